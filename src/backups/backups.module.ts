import { Module } from '@nestjs/common';
import { CohortsModule } from '../cohorts/cohorts.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { BackupController } from './backup.controller.js';
import { BackupScheduleService } from './schedule.service.js';
import { FiguresService } from './figures.service.js';

@Module({
  imports: [CohortsModule, StaffModule],
  controllers: [BackupController],
  providers: [FiguresService, BackupScheduleService],
  exports: [BackupScheduleService],
})
export class BackupsModule {}
