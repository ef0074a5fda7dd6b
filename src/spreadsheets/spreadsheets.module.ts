import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { PatientsModule } from '../patients/patients.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { CsvBody } from './csv-body.js';
import { ExportController } from './export.controller.js';
import { ExportLogRepository } from './export-log.repository.js';
import { ExportLogService } from './export-log.service.js';
import { ExportRepository } from './export.repository.js';
import { ExportService } from './export.service.js';
import { ImportCheck } from './import-check.js';
import { ImportController } from './import.controller.js';
import { ImportRepository } from './import.repository.js';
import { ImportService } from './import.service.js';
import { ImportUploadService } from './import-upload.service.js';
import { ImportWriter } from './import-writing.js';
import { RecordedLookup } from './recorded-lookup.js';

@Module({
  imports: [AssessmentsModule, CoursesModule, PatientsModule, StaffModule],
  controllers: [ImportController, ExportController],
  providers: [
    CsvBody,
    ExportLogRepository,
    ExportLogService,
    ExportRepository,
    ExportService,
    ImportCheck,
    ImportRepository,
    ImportService,
    ImportUploadService,
    ImportWriter,
    RecordedLookup,
  ],
  exports: [ExportService, ImportService],
})
export class SpreadsheetsModule {}
