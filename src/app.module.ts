import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuditTrailModule } from './audit-trail/audit-trail.module.js';
import { ReadsInterceptor } from './audit/reads.js';
import { BackupsModule } from './backups/backups.module.js';
import { Clock } from './clock.js';
import { CohortsModule } from './cohorts/cohorts.module.js';
import { CoursesModule } from './courses/courses.module.js';
import type { Connection } from './database/connection.js';
import { DatabaseModule } from './database/database.module.js';
import { Environment } from './environment.js';
import { HealthModule } from './health/health.module.js';
import { RateLimitsModule } from './rate-limits/rate-limits.module.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validationPipe } from './http/validation.js';
import { PatientsModule } from './patients/patients.module.js';
import { PublicationsModule } from './publications/publications.module.js';
import { PublishedModule } from './published/published.module.js';
import { SpreadsheetsModule } from './spreadsheets/spreadsheets.module.js';
import { SessionGuard } from './staff/sessions/session.guard.js';
import { StaffModule } from './staff/staff.module.js';

/** The parts of the service, from the ground up, and the pipe, filter, guard and interceptor of every route. */
@Module({})
export class AppModule {
  static with(environment: Environment, connection: Connection, clock = new Clock()): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        DatabaseModule.with(connection),
        RateLimitsModule,
        AuditModule,
        HealthModule,
        StaffModule,
        PatientsModule,
        CoursesModule,
        AssessmentsModule,
        CohortsModule,
        PublicationsModule,
        SpreadsheetsModule,
        PublishedModule,
        AuditTrailModule,
        BackupsModule,
      ],
      providers: [
        { provide: Environment, useValue: environment },
        { provide: Clock, useValue: clock },
        { provide: APP_GUARD, useExisting: SessionGuard },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_INTERCEPTOR, useClass: ReadsInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Environment, Clock],
    };
  }
}
