import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdempotencyModule } from '../idempotency/idempotency.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { PatientController } from './patient.controller.js';
import { PatientRepository } from './patient.repository.js';
import { PatientService } from './patient.service.js';
import { Patient } from './patient.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Patient]), IdempotencyModule, StaffModule],
  controllers: [PatientController],
  providers: [PatientRepository, PatientService],
  exports: [PatientRepository],
})
export class PatientsModule {}
