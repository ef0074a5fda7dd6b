import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { Clock } from './clock.js';
import { CohortsModule } from './cohorts/cohorts.module.js';
import { CoursesModule } from './courses/courses.module.js';
import { DatabaseModule } from './database/database.module.js';
import { Environment } from './environment.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { PatientsModule } from './patients/patients.module.js';
import { PublicationsModule } from './publications/publications.module.js';
import { PublishedModule } from './published/published.module.js';
import { SpreadsheetsModule } from './spreadsheets/spreadsheets.module.js';
import { StaffModule } from './staff/staff.module.js';

/** The parts of the service, from the ground up. */
@Module({})
export class AppModule {
  static with(environment: Environment, dataSource: DataSource, clock = new Clock()): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.with(environment, dataSource, clock),
        HttpModule,
        HealthModule,
        StaffModule,
        PatientsModule,
        CoursesModule,
        AssessmentsModule,
        CohortsModule,
        PublicationsModule,
        SpreadsheetsModule,
        PublishedModule,
      ],
    };
  }
}
