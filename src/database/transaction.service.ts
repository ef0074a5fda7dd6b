import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Connection } from './connection.js';
import { Pipeline } from './pipeline.js';
import { ofClinic, RowSecurityOff, rowSecurityFault } from './row-security.js';
import { lacksNode } from './sql-state.js';
import { ClinicTransaction, GlobalTransaction, type SingleStatement } from './transaction.js';
import { REPEATABLE_READ } from './isolation.js';

/** How many clinics are asked for, where nodes are lost. */
const TRIES = 5;
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
  /** Ends a statement that takes too long. One alone on a global table needs none: it reads or writes a row by its key. */
  private readonly bound: readonly string[];

  constructor(
    private readonly dataSource: DataSource,
    role: string | null,
    { snapshot, patience }: Pick<Connection, 'snapshot' | 'patience'> = {},
  ) {
    this.bound = patience === undefined ? [] : [`SET LOCAL statement_timeout = ${patience}`];
    this.takeRole = role === null ? [] : [`SET LOCAL ROLE ${role}`];
    // Before anything else in a transaction, or PostgreSQL refuses it.
    if (snapshot !== undefined) {
      this.takeRole = [REPEATABLE_READ, `SET TRANSACTION SNAPSHOT '${snapshot}'`, ...this.takeRole];
    }
  }

  /**
   * Runs work in one READ COMMITTED transaction that row-level security limits to the clinic. An error rolls
   * everything back.
   */
  async run<T>(clinicId: string, work: (transaction: ClinicTransaction) => Promise<T>): Promise<T> {
    // SET takes no parameters, so the value is checked here and put into the text.
    if (!UUID.test(clinicId)) throw new Error('A clinic id must be a UUID.');
    this.refuseUnbound();
    return this.begin([...this.takeRole, ...ofClinic(clinicId)], (pipeline) =>
      work(new ClinicTransaction(pipeline, clinicId)),
    );
  }

  /** Runs work on the tables that belong to no clinic: clinics, sign-in names, sessions, links. */
  async runGlobal<T>(work: (transaction: GlobalTransaction) => Promise<T>): Promise<T> {
    this.refuseUnbound();
    return this.begin(this.takeRole, (pipeline) => work(new GlobalTransaction(pipeline)));
  }

  /**
   * Runs one statement on those tables, sent through `pipeline`, in one round trip: role, statement and COMMIT travel together. Where
   * the connection is bound anyway, PostgreSQL makes the statement a transaction of its own.
   */
  async runGlobalOnce<T>(work: (transaction: SingleStatement) => Promise<T>): Promise<T> {
    if (this.takeRole.length > 0) {
      return this.runGlobal((transaction) => transaction.pipeline.finish(() => work(transaction)));
    }
    this.refuseUnbound();
    return Pipeline.on(this.dataSource, (pipeline) => work(new GlobalTransaction(pipeline)));
  }

  /**
   * Asks the database whether row-level security binds the service, in a transaction like any other. Nothing is read or
   * written from then on while it does not. Where the rows that are asked for lie on a node that is lost, it asks for those of another clinic.
   * @throws RowSecurityOff
   */
  async check(): Promise<void> {
    for (let left = TRIES; ; left -= 1) {
      try {
        this.fault = await this.begin(this.takeRole, ({ manager }) => rowSecurityFault(manager));
        break;
      } catch (error) {
        if (left === 1 || !lacksNode(error)) throw error;
      }
    }
    this.refuseUnbound();
  }

  private refuseUnbound(): void {
    if (this.fault !== null) throw new RowSecurityOff(this.fault);
  }

  private async begin<T>(settings: readonly string[], work: (pipeline: Pipeline) => Promise<T>): Promise<T> {
    return Pipeline.on(this.dataSource, (pipeline) =>
      pipeline.transaction([...settings, ...this.bound], () => work(pipeline)),
    );
  }
}
