import type pg from 'pg';
import {
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  type DataSource,
  type EntityManager,
  type QueryRunner,
} from 'typeorm';
import { sqlStateOf } from './sql-state.js';

/** Of a statement behind one that failed: PostgreSQL ignores it. */
const IN_FAILED_TRANSACTION = '25P02';
/** TypeORM gives a lost connection back to the pool, which drops it, and then says only this. */
const LOST = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

/**
 * One transaction on one connection. PostgreSQL works statements off in the order in which they are sent, so each is sent
 * without waiting for the answers to those before.
 */
export class Pipeline {
  /** What went wrong first; the statements behind it say only that they were ignored. */
  private failure: Error | null = null;
  /** The COMMIT is sent, or there is none to send. */
  private closed = false;

  private constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.PoolClient,
  ) {
    const query = runner.query.bind(runner);
    runner.query = (...statement: Parameters<typeof query>) => this.noted(query(...statement));
  }

  /** A connection of the pool for as long as the work takes. */
  static async on<T>(dataSource: DataSource, work: (pipeline: Pipeline) => Promise<T>): Promise<T> {
    const runner = dataSource.createQueryRunner();
    const pipeline = new Pipeline(runner, (await runner.connect()) as pg.PoolClient);
    try {
      return await work(pipeline);
    } catch (error) {
      // Answered, or the connection is known to be lost and the pool does not keep it.
      await pipeline.send('ROLLBACK').catch(() => undefined);
      throw pipeline.causeOf(error);
    } finally {
      await runner.release();
    }
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Begins with these settings, does the work and commits; what the work sends first travels with the beginning. */
  async transaction<T>(settings: readonly string[], work: () => Promise<T>): Promise<T> {
    this.sendTogether();
    void this.send(['START TRANSACTION', ...settings].join('; ')).catch(() => undefined);
    Object.assign(this.runner, { isTransactionActive: true });
    const result = await work();
    if (!this.closed) await this.commit();
    return result;
  }

  /** Sends a statement at once. Its answer is the rows, as the driver reads them. */
  async query<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    if (this.closed) throw afterTheLast();
    return (await this.send(text, values)).rows as Row[];
  }

  /**
   * Sends the last statements of the transaction, all of them through `query`, and the COMMIT behind them.
   * @returns Their answer, when they are committed.
   */
  async finish<T>(last: () => Promise<T>): Promise<T> {
    this.sendTogether();
    // Statements of TypeORM's would come behind the COMMIT.
    this.runner.query = () => Promise.reject(afterTheLast());
    const answer = last();
    const committed = this.commit();
    return (await Promise.all([answer, committed]))[0];
  }

  /** PostgreSQL answers the COMMIT of a failed transaction with ROLLBACK, which is no error of the protocol. */
  private async commit(): Promise<void> {
    this.closed = true;
    const { command } = await this.send('COMMIT');
    if (command !== 'COMMIT') throw this.failure ?? new Error('The transaction was rolled back.');
  }

  /** What is sent from here on, until the program waits for something, leaves in one packet. */
  private sendTogether(): void {
    const { stream } = (this.client as unknown as { connection: pg.Connection }).connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }

  private async send(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
    if (this.runner.isReleased) throw connectionLost();
    return this.noted(this.client.query(text, [...values]));
  }

  /** Keeps what went wrong, also where the work hears of a statement behind it earlier: TypeORM passes errors on slowly. */
  private async noted<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (sqlStateOf(error) !== IN_FAILED_TRANSACTION) this.failure ??= error as Error;
      throw error;
    }
  }

  private causeOf(error: unknown): unknown {
    if (sqlStateOf(error) === IN_FAILED_TRANSACTION) return this.failure ?? error;
    return LOST.some((kind) => error instanceof kind) ? connectionLost() : error;
  }
}

function afterTheLast(): Error {
  return new Error('A statement came after the last of its transaction.');
}

/** As PostgreSQL names it; the request may work on another connection. */
function connectionLost(): Error {
  return Object.assign(new Error('The connection to the database was lost.'), { code: '08006' });
}
