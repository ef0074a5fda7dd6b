import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { SigningModule } from '../signing/signing.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { AccountCheckRepository } from './account-check.repository.js';
import { AccountCheckService } from './account-check.service.js';
import { AuditTrailController } from './audit-trail.controller.js';
import { AuditTrailRepository } from './audit-trail.repository.js';
import { AuditTrailService } from './audit-trail.service.js';
import { CheckpointService } from './checkpoint.service.js';
import { HistoryController } from './history.controller.js';
import { HistoryRepository } from './history.repository.js';
import { HistoryService } from './history.service.js';
import { RecordCheckService } from './record-check.service.js';

@Module({
  imports: [AuditModule, SigningModule, StaffModule],
  controllers: [AuditTrailController, HistoryController],
  providers: [
    AccountCheckRepository,
    AccountCheckService,
    AuditTrailRepository,
    AuditTrailService,
    CheckpointService,
    HistoryRepository,
    HistoryService,
    RecordCheckService,
  ],
})
export class AuditTrailModule {}
