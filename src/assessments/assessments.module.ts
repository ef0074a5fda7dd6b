import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { DrawingModule } from '../drawing/drawing.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AssessmentController } from './assessment.controller.js';
import { AssessmentRepository } from './assessment.repository.js';
import { AssessmentService } from './assessment.service.js';
import { CourseDetailController } from './course-detail.controller.js';
import { CourseDetailService } from './course-detail.service.js';
import { CourseListRepository } from './course-list.repository.js';
import { CourseNoticesController } from './course-notices.controller.js';
import { CoursePictureController } from './course-picture.controller.js';
import { CoursePictureService } from './course-picture.service.js';
import { FirstEntriesRepository } from './first-entries.repository.js';
import { OutcomeService } from './outcome.service.js';
import { SafetyNoticeController } from './safety-notice.controller.js';
import { SafetyNoticeRepository } from './safety-notice.repository.js';
import { SafetyNoticeService } from './safety-notice.service.js';

@Module({
  imports: [CoursesModule, DrawingModule, StaffModule],
  controllers: [
    AssessmentController,
    CourseDetailController,
    CourseNoticesController,
    CoursePictureController,
    SafetyNoticeController,
  ],
  providers: [
    AssessmentRepository,
    AssessmentService,
    CourseDetailService,
    CourseListRepository,
    CoursePictureService,
    FirstEntriesRepository,
    OutcomeService,
    SafetyNoticeRepository,
    SafetyNoticeService,
  ],
  exports: [AssessmentRepository, FirstEntriesRepository],
})
export class AssessmentsModule {}
