import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { Environment } from '../environment.js';
import { TransactionService } from './transaction.service.js';

/** What every feature stands on: settings, clock and the database. */
@Module({})
export class DatabaseModule {
  static with(environment: Environment, dataSource: DataSource, clock: Clock): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        { provide: Environment, useValue: environment },
        { provide: DataSource, useValue: dataSource },
        { provide: Clock, useValue: clock },
        TransactionService,
      ],
      exports: [Environment, Clock, DataSource, TransactionService],
    };
  }
}
