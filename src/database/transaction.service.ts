import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { RowSecurityOff, rowSecurityFault } from './row-security.js';
import { ClinicTransaction, GlobalTransaction } from './transaction.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Opens transactions: one clinic each, or none for the few tables that belong to no clinic. Each takes the role that
 * row-level security binds, whatever role the connection signed in as.
 */
@Injectable()
export class TransactionService {
  /** Why nothing is read or written; null while row-level security binds the service. */
  private fault: string | null = null;
  private readonly takeRole: readonly string[];

  constructor(
    private readonly dataSource: DataSource,
    role: string | null,
  ) {
    this.takeRole = role === null ? [] : [`SET LOCAL ROLE ${role}`];
  }

  /**
   * Runs work in one READ COMMITTED transaction that row-level security limits to the clinic. An error rolls
   * everything back.
   */
  async run<T>(clinicId: string, work: (transaction: ClinicTransaction) => Promise<T>): Promise<T> {
    // SET takes no parameters, so the value is checked here and put into the text.
    if (!UUID.test(clinicId)) throw new Error('A clinic id must be a UUID.');
    this.refuseUnbound();
    return this.begin([...this.takeRole, `SET LOCAL app.clinic_id = '${clinicId}'`], (manager) =>
      work(new ClinicTransaction(manager, clinicId)),
    );
  }

  /** Runs work on the tables that belong to no clinic: clinics, sign-in names, sessions, links. */
  async runGlobal<T>(work: (transaction: GlobalTransaction) => Promise<T>): Promise<T> {
    this.refuseUnbound();
    return this.begin(this.takeRole, (manager) => work(new GlobalTransaction(manager)));
  }

  /**
   * Runs one statement on those tables. Where the connection is bound anyway, PostgreSQL makes it a transaction of its
   * own, which saves two round trips on what every request asks.
   */
  async runGlobalOnce<T>(work: (transaction: GlobalTransaction) => Promise<T>): Promise<T> {
    if (this.takeRole.length > 0) return this.runGlobal(work);
    this.refuseUnbound();
    return work(new GlobalTransaction(this.dataSource.manager));
  }

  /**
   * Asks the database whether row-level security binds the service, in a transaction like any other. Nothing is read or
   * written from then on while it does not.
   * @throws RowSecurityOff
   */
  async check(): Promise<void> {
    this.fault = await this.begin(this.takeRole, rowSecurityFault);
    this.refuseUnbound();
  }

  private refuseUnbound(): void {
    if (this.fault !== null) throw new RowSecurityOff(this.fault);
  }

  private async begin<T>(settings: readonly string[], work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      // One text, one round trip.
      if (settings.length > 0) await manager.query(settings.join('; '));
      return work(manager);
    });
  }
}
