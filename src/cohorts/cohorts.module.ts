import { Module } from '@nestjs/common';
import { CohortController } from './cohort.controller.js';
import { CohortRepository } from './cohort.repository.js';
import { CohortService } from './cohort.service.js';
import { CohortCoursesService } from './cohort-courses.service.js';

@Module({
  controllers: [CohortController],
  providers: [CohortRepository, CohortService, CohortCoursesService],
  exports: [CohortService],
})
export class CohortsModule {}
