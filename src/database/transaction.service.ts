import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ClinicTransaction, GlobalTransaction } from './transaction.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Opens transactions: one clinic each, or none for the few tables that belong to no clinic. */
@Injectable()
export class TransactionService {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs work in one READ COMMITTED transaction that row-level security limits to the clinic. An error rolls
   * everything back.
   */
  async run<T>(clinicId: string, work: (transaction: ClinicTransaction) => Promise<T>): Promise<T> {
    // SET takes no parameters, so the value is checked here and put into the text.
    if (!UUID.test(clinicId)) throw new Error('A clinic id must be a UUID.');
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SET LOCAL app.clinic_id = '${clinicId}'`);
      return work(new ClinicTransaction(manager, clinicId));
    });
  }

  /** Runs work on the tables that belong to no clinic: clinics, sign-in names, sessions, links. */
  async runGlobal<T>(work: (transaction: GlobalTransaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction((manager) => work(new GlobalTransaction(manager)));
  }

  /**
   * Runs one statement on those tables. PostgreSQL makes it a transaction of its own, which saves two round trips on
   * what every request asks.
   */
  async runGlobalOnce<T>(work: (transaction: GlobalTransaction) => Promise<T>): Promise<T> {
    return work(new GlobalTransaction(this.dataSource.manager));
  }

  /** Asks the database for a sign of life. */
  async ping(): Promise<void> {
    await this.dataSource.query('SELECT 1');
  }
}
