import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Clock } from '../clock.js';
import type { Replica } from './replica.js';
import { databaseUnavailable, sqlStateOf } from './sql-state.js';
import type { ClinicTransaction, SingleStatement } from './transaction.js';
import type { TransactionService } from './transaction.service.js';

const SECOND = 1000;
const READ_AGAIN = 'Reports read the replica again.';
/** A statement in the way of what the primary sends; on a replica alone. */
const RECOVERY_CONFLICT = new Set(['40001', '40P01']);

/** What was read, and the instant up to which everything is in it. */
export interface Report<T> {
  answer: T;
  asOf: Date;
}

/**
 * Opens transactions for reports, which read and don't write: on the replica while it is there and near enough, else on
 * the primary. A report may miss what was written last; whoever has just written reads the primary.
 */
export class ReportTransactionService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('database');
  private timer: NodeJS.Timeout | undefined;
  /** Up to when the replica has everything, in milliseconds; null while it can't be used. */
  private reached: number | null = null;
  private said = READ_AGAIN;

  /** @param longestLag How many milliseconds the replica may be behind. */
  constructor(
    private readonly primary: TransactionService,
    private readonly replica: Replica | null,
    private readonly longestLag: number,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.replica === null) return;
    await this.look();
    this.watch();
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.timer);
    await this.replica?.close();
  }

  /** @param notBefore The report must have everything up to this instant. */
  async run<T>(
    clinicId: string,
    work: (transaction: ClinicTransaction) => Promise<T>,
    notBefore?: Date,
  ): Promise<Report<T>> {
    return this.report((transactions) => transactions.run(clinicId, work), notBefore);
  }

  /** The same for one statement on the tables that belong to no clinic. */
  async runGlobalOnce<T>(work: (transaction: SingleStatement) => Promise<T>, notBefore?: Date): Promise<Report<T>> {
    return this.report((transactions) => transactions.runGlobalOnce(work), notBefore);
  }

  /** Asks the replica how far it has come. Where it does not answer, reports read the primary from now on. */
  async look(): Promise<void> {
    if (this.replica === null) return;
    try {
      this.reached = await this.replica.look(this.primary, 2 * this.longestLag);
      this.say(this.usableAsOf() === null ? this.tooFarBehind() : READ_AGAIN);
    } catch (error) {
      this.lose(error);
    }
  }

  private watch(): void {
    this.timer = setTimeout(() => void this.look().finally(() => this.timer && this.watch()), SECOND).unref();
  }

  private async report<T>(
    work: (transactions: TransactionService) => Promise<T>,
    notBefore?: Date,
  ): Promise<Report<T>> {
    const asOf = this.usableAsOf(notBefore);
    if (this.replica !== null && asOf !== null) {
      try {
        return { answer: await work(this.replica.transactions), asOf };
      } catch (error) {
        if (!databaseUnavailable(error) && !RECOVERY_CONFLICT.has(sqlStateOf(error) ?? '')) throw error;
        if (databaseUnavailable(error)) this.lose(error);
      }
    }
    const now = this.clock.now();
    return { answer: await work(this.primary), asOf: now };
  }

  private usableAsOf(notBefore = new Date(0)): Date | null {
    const { reached } = this;
    if (reached === null || reached < notBefore.getTime()) return null;
    return this.clock.now().getTime() - reached <= this.longestLag ? new Date(reached) : null;
  }

  private tooFarBehind(): string {
    return `Reports read the primary: the replica is not known to be within ${this.longestLag / SECOND} seconds of it.`;
  }

  private lose(error: unknown): void {
    this.reached = null;
    this.say(`Reports read the primary: ${(error as Error).message}`);
  }

  /** Each change once; that the replica is read is not one at the start. */
  private say(what: string): void {
    if (what === this.said) return;
    this.said = what;
    this.logger.warn(what);
  }
}
