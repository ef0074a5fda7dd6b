import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CoursesModule } from '../courses/courses.module.js';
import { DrawingModule } from '../drawing/drawing.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AssessmentController } from './entries/assessment.controller.js';
import { AssessmentRepository } from './entries/assessment.repository.js';
import { AssessmentService } from './entries/assessment.service.js';
import { BlockController } from './entries/block.controller.js';
import { BlockService } from './entries/block.service.js';
import { CourseContextService } from './course-detail/course-context.service.js';
import { CourseDetailController } from './course-detail/course-detail.controller.js';
import { CourseDetailService } from './course-detail/course-detail.service.js';
import { CourseListRepository } from './course-detail/course-list.repository.js';
import { CourseNoticesController } from './safety-notices/course-notices.controller.js';
import { CoursePictureController } from './outcome/course-picture.controller.js';
import { CoursePictureService } from './outcome/course-picture.service.js';
import { FirstEntriesRepository } from './entries/first-entries.repository.js';
import { LikeCoursesRepository } from './outcome/like-courses.repository.js';
import { OutcomeService } from './outcome/outcome.service.js';
import { PatientListRepository } from './patient-list/patient-list.repository.js';
import { PatientSummaryController } from './patient-list/patient-summary.controller.js';
import { PatientSummaryService } from './patient-list/patient-summary.service.js';
import { SafetyNoticeController } from './safety-notices/safety-notice.controller.js';
import { SafetyNoticeRepository } from './safety-notices/safety-notice.repository.js';
import { SafetyNoticeService } from './safety-notices/safety-notice.service.js';
import { Assessment, AssessmentVersion } from './entries/assessment.entity.js';
import { SafetyNoticeEntity } from './safety-notices/safety-notice.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Assessment, AssessmentVersion, SafetyNoticeEntity]),
    CoursesModule,
    DrawingModule,
    StaffModule,
  ],
  controllers: [
    AssessmentController,
    BlockController,
    CourseDetailController,
    CourseNoticesController,
    CoursePictureController,
    PatientSummaryController,
    SafetyNoticeController,
  ],
  providers: [
    AssessmentRepository,
    AssessmentService,
    BlockService,
    CourseContextService,
    CourseDetailService,
    CourseListRepository,
    CoursePictureService,
    FirstEntriesRepository,
    LikeCoursesRepository,
    OutcomeService,
    PatientListRepository,
    PatientSummaryService,
    SafetyNoticeRepository,
    SafetyNoticeService,
  ],
  exports: [AssessmentRepository, FirstEntriesRepository],
})
export class AssessmentsModule {}
