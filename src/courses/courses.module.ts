import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyModule } from '../idempotency/idempotency.module.js';
import { PatientsModule } from '../patients/patients.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { ClinicBaselinesService } from './clinic-baselines.service.js';
import { NotedChange } from './course-change.entity.js';
import { CourseController } from './course.controller.js';
import { CourseRepository } from './course.repository.js';
import { CourseService } from './course.service.js';
import { Course } from './course.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Course, NotedChange]), IdempotencyModule, PatientsModule, StaffModule],
  controllers: [CourseController],
  providers: [ClinicBaselinesService, CourseRepository, CourseService],
  exports: [ClinicBaselinesService, CourseRepository],
})
export class CoursesModule {}
