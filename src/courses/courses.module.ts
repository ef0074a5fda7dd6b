import { Module } from '@nestjs/common';
import { PatientsModule } from '../patients/patients.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { CourseController } from './course.controller.js';
import { CourseRepository } from './course.repository.js';
import { CourseService } from './course.service.js';

@Module({
  imports: [PatientsModule, StaffModule],
  controllers: [CourseController],
  providers: [CourseRepository, CourseService],
  exports: [CourseRepository],
})
export class CoursesModule {}
