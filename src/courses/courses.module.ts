import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyModule } from '../idempotency/idempotency.module.js';
import { PatientsModule } from '../patients/patients.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { CourseController } from './course.controller.js';
import { CourseRepository } from './course.repository.js';
import { CourseService } from './course.service.js';
import { Course } from './course.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Course]), IdempotencyModule, PatientsModule, StaffModule],
  controllers: [CourseController],
  providers: [CourseRepository, CourseService],
  exports: [CourseRepository],
})
export class CoursesModule {}
