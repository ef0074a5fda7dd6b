import { Module } from '@nestjs/common';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { BackupEventService } from './backup-event.service.js';
import { BackupController } from './backup.controller.js';
import { DrillScheduleService } from './drill-schedule.service.js';
import { LogArchiveService } from './log-archive.service.js';
import { BackupScheduleService } from './schedule.service.js';
import { FiguresService } from './figures.service.js';

@Module({
  imports: [CohortsModule, StaffModule],
  controllers: [BackupController],
  providers: [BackupEventService, FiguresService, LogArchiveService, DrillScheduleService, BackupScheduleService],
  exports: [BackupScheduleService],
})
export class BackupsModule {}
