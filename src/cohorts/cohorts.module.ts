import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { DrawingModule } from '../drawing/drawing.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { CohortCoursesController } from './courses/cohort-courses.controller.js';
import { CohortCoursesService } from './courses/cohort-courses.service.js';
import { CohortFiguresService } from './cohort-figures.service.js';
import { CohortPictureController } from './cohort-picture.controller.js';
import { CohortPictureService } from './cohort-picture.service.js';
import { CohortController } from './cohort.controller.js';
import { CohortRepository } from './cohort.repository.js';
import { CohortService } from './cohort.service.js';
import { DifferencesRepository } from './differences.repository.js';
import { DifferencesService } from './differences.service.js';
import { MarksRepository } from './marks.repository.js';
import { MarksService } from './marks.service.js';
import { PublicCoursesService } from './public-courses.service.js';
import { TallyReaderService } from './tally-reader.service.js';

@Module({
  imports: [AssessmentsModule, CoursesModule, DrawingModule, StaffModule],
  controllers: [CohortPictureController, CohortController, CohortCoursesController],
  providers: [
    CohortRepository,
    CohortService,
    CohortCoursesService,
    CohortFiguresService,
    CohortPictureService,
    DifferencesRepository,
    DifferencesService,
    MarksRepository,
    MarksService,
    PublicCoursesService,
    TallyReaderService,
  ],
  exports: [CohortService, PublicCoursesService],
})
export class CohortsModule {}
