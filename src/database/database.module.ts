import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import type { Connection } from './connection.js';
import { dataSourceOptions } from './data-source.js';
import { OneProcessService } from './one-process.service.js';
import { replicaOf } from './open-replica.js';
import { PoolStateService } from './pool-state.service.js';
import { ReportTransactionService } from './report-transaction.service.js';
import { RowSecurityService } from './row-security.service.js';
import { TransactionService } from './transaction.service.js';

/** The database that every feature works on, with the tables that the features declare. */
@Module({})
export class DatabaseModule {
  static with(connection: Connection): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          // A wrong address is said at once: the migrations have been there a moment ago.
          useFactory: () => ({ ...dataSourceOptions(connection), autoLoadEntities: true, toRetry: () => false }),
        }),
      ],
      providers: [
        {
          provide: TransactionService,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) => new TransactionService(dataSource, connection.role, connection),
        },
        {
          provide: ReportTransactionService,
          inject: [DataSource, TransactionService, Clock],
          useFactory: (dataSource: DataSource, transactions: TransactionService, clock: Clock) =>
            new ReportTransactionService(
              transactions,
              replicaOf(dataSource, connection, clock),
              connection.replica?.longestLag ?? 0,
              clock,
            ),
        },
        PoolStateService,
        RowSecurityService,
        OneProcessService,
      ],
      exports: [PoolStateService, TransactionService, ReportTransactionService, OneProcessService],
    };
  }
}
