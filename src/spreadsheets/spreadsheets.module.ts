import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AssessmentsModule } from '../assessments/assessments.module.js';
import { CoursesModule } from '../courses/courses.module.js';
import { PatientsModule } from '../patients/patients.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { SpreadsheetBodyService } from './importing/spreadsheet-body.service.js';
import { TableReaderService } from './importing/table-reader.service.js';
import { ExportController } from './exporting/export.controller.js';
import { ExportLogRepository } from './exporting/export-log.repository.js';
import { ExportLogService } from './exporting/export-log.service.js';
import { ExportRepository } from './exporting/export.repository.js';
import { ExportService } from './exporting/export.service.js';
import { ColumnMappingController } from './remembering/column-mapping.controller.js';
import { ColumnMapping } from './remembering/column-mapping.entity.js';
import { ColumnMappingRepository } from './remembering/column-mapping.repository.js';
import { ColumnMappingService } from './remembering/column-mapping.service.js';
import { ImportCheckService } from './importing/import-check.service.js';
import { ImportController } from './importing/import.controller.js';
import { ImportLogService } from './importing/import-log.service.js';
import { ImportRepository } from './importing/import.repository.js';
import { ImportService } from './importing/import.service.js';
import { ImportUploadService } from './importing/import-upload.service.js';
import { ImportWriterService } from './importing/import-writer.service.js';
import { JudgingThreadsService } from './importing/thread/judging-threads.service.js';
import { RecordedLookupService } from './importing/recorded-lookup.service.js';
import { SpreadsheetExport } from './exporting/spreadsheet-export.entity.js';
import { SpreadsheetImport } from './importing/spreadsheet-import.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ColumnMapping, SpreadsheetExport, SpreadsheetImport]),
    AssessmentsModule,
    CoursesModule,
    PatientsModule,
    StaffModule,
  ],
  controllers: [ColumnMappingController, ImportController, ExportController],
  providers: [
    ColumnMappingRepository,
    ColumnMappingService,
    ExportLogRepository,
    ExportLogService,
    ExportRepository,
    ExportService,
    ImportCheckService,
    ImportLogService,
    ImportRepository,
    ImportService,
    ImportUploadService,
    ImportWriterService,
    JudgingThreadsService,
    RecordedLookupService,
    SpreadsheetBodyService,
    TableReaderService,
  ],
  exports: [ColumnMappingService, ExportService, ImportService],
})
export class SpreadsheetsModule {}
