import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { BackupsModule } from '../backups/backups.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { HealthController } from './health.controller.js';
import { ClinicCountsRepository } from './metrics/clinic-counts.repository.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { MetricsService } from './metrics/metrics.service.js';
import { RequestMetricsService } from './metrics/request-metrics.service.js';
import { ProblemTypesController } from './problem-types.controller.js';

@Module({
  imports: [AuditModule, BackupsModule, StaffModule],
  controllers: [HealthController, MetricsController, ProblemTypesController],
  providers: [ClinicCountsRepository, MetricsService, RequestMetricsService],
})
export class HealthModule {}
