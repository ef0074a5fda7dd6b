import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AuditTrailController } from './audit-trail.controller.js';
import { AuditTrailRepository } from './audit-trail.repository.js';
import { AuditTrailService } from './audit-trail.service.js';
import { CheckpointService } from './checkpoint.service.js';

@Module({
  imports: [AuditModule, SigningModule, StaffModule],
  controllers: [AuditTrailController],
  providers: [AuditTrailRepository, AuditTrailService, CheckpointService],
})
export class AuditTrailModule {}
