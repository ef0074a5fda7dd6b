import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { PatientsModule } from '../patients/patients.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { SpreadsheetBody } from './importing/spreadsheet-body.js';
import { TableReader } from './importing/table-reader.service.js';
import { ExportController } from './exporting/export.controller.js';
import { ExportLogRepository } from './exporting/export-log.repository.js';
import { ExportLogService } from './exporting/export-log.service.js';
import { ExportRepository } from './exporting/export.repository.js';
import { ExportService } from './exporting/export.service.js';
import { ImportCheck } from './importing/import-check.js';
import { ImportController } from './importing/import.controller.js';
import { ImportRepository } from './importing/import.repository.js';
import { ImportService } from './importing/import.service.js';
import { ImportUploadService } from './importing/import-upload.service.js';
import { ImportWriter } from './importing/import-writing.js';
import { RecordedLookup } from './importing/recorded-lookup.js';
import { SpreadsheetExport } from './exporting/spreadsheet-export.entity.js';
import { SpreadsheetImport } from './importing/spreadsheet-import.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([SpreadsheetExport, SpreadsheetImport]),
    AssessmentsModule,
    CoursesModule,
    PatientsModule,
    StaffModule,
  ],
  controllers: [ImportController, ExportController],
  providers: [
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
    SpreadsheetBody,
    TableReader,
  ],
  exports: [ExportService, ImportService],
})
export class SpreadsheetsModule {}
