import { Injectable } from '@nestjs/common';
import { TransactionService } from './transaction.service.js';

/** Work that recurs in every process of the service, and the number by which the database knows it. */
const WORK = { backup: 1, 'forget-retries': 2, 'backup-drill': 3 } as const;
/** Of the service's locks among those of other programs on the server. */
const OURS = 0x6375646f;

/** Has work done by one process at a time of all that share a database, on one machine or on several. */
@Injectable()
export class OneProcessService {
  constructor(private readonly transactions: TransactionService) {}

  /**
   * Does the work, unless another process is at it. The database is told until it is done, by a transaction that holds nothing
   * else, so that a process that ends in whatever way is at it no longer. Nothing may depend on it for being right: it saves work.
   * @returns Whether it was done here.
   */
  async run(work: keyof typeof WORK, does: () => Promise<void>): Promise<boolean> {
    return this.transactions.runGlobal(async ({ pipeline }) => {
      const [lock] = await pipeline.query<{ taken: boolean }>(TAKE, [OURS, WORK[work]]);
      if (lock?.taken) await does();
      return lock?.taken === true;
    });
  }
}

const TAKE = 'SELECT pg_try_advisory_xact_lock($1, $2) AS taken';
