import { Module } from '@nestjs/common';
import { StaffModule } from '../staff/staff.module.js';
import { PatientController } from './patient.controller.js';
import { PatientRepository } from './patient.repository.js';
import { PatientService } from './patient.service.js';

@Module({
  imports: [StaffModule],
  controllers: [PatientController],
  providers: [PatientRepository, PatientService],
  exports: [PatientRepository],
})
export class PatientsModule {}
