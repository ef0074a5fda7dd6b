import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AssessmentController } from './assessment.controller.js';
import { AssessmentRepository } from './assessment.repository.js';
import { AssessmentService } from './assessment.service.js';
import { CourseDetailController } from './course-detail.controller.js';
import { CourseDetailService } from './course-detail.service.js';
import { CourseListRepository } from './course-list.repository.js';
import { CourseNoticesController } from './course-notices.controller.js';
import { FirstEntriesRepository } from './first-entries.repository.js';
import { OutcomeService } from './outcome.service.js';
import { SafetyNoticeController } from './safety-notice.controller.js';
import { SafetyNoticeRepository } from './safety-notice.repository.js';
import { SafetyNoticeService } from './safety-notice.service.js';

@Module({
  imports: [CoursesModule, StaffModule],
  controllers: [
    AssessmentController,
    CourseDetailController,
    CourseNoticesController,
    SafetyNoticeController,
  ],
  providers: [
    AssessmentRepository,
    AssessmentService,
    CourseDetailService,
    CourseListRepository,
    FirstEntriesRepository,
    OutcomeService,
    SafetyNoticeRepository,
    SafetyNoticeService,
  ],
  exports: [AssessmentRepository, FirstEntriesRepository],
})
export class AssessmentsModule {}
