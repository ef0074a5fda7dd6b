import type { DataSource } from 'typeorm';
import type { Clock } from '../clock.js';
import { rowSecurityFault } from './row-security.js';
import type { TransactionService } from './transaction.service.js';
import type { GlobalTransaction } from './transaction.js';

/** Where the log of a server ended at an instant. */
interface Mark {
  at: number;
  lsn: string;
}

interface Replayed {
  lsn: string | null;
  recovering: boolean;
  system: string;
}

/**
 * A replica, and up to when it is known to have everything. That is measured by the positions of the log: what the primary
 * had written at an instant, and how far the replica has come; so no clock of another machine counts, and a quiet
 * primary is not taken for a late replica.
 */
export class Replica {
  private marks: Mark[] = [];

  /** @param source The replica's, not connected yet. @param transactions On that. */
  constructor(
    private readonly source: DataSource,
    readonly transactions: TransactionService,
    private readonly clock: Clock,
  ) {}

  /**
   * Looks how far it has come.
   * @param primary Opens transactions on the primary.
   * @returns The instant up to which it has everything, in milliseconds; null where none is known yet.
   * @throws Error where it does not answer, is none of this primary, or does not keep clinics apart.
   */
  async look(primary: TransactionService, keep: number): Promise<number | null> {
    const at = this.clock.now().getTime();
    const [written] = await primary.runGlobal((transaction) => positionsOf(transaction, WRITTEN));
    if (!this.source.isInitialized) await this.source.initialize();
    const replayed = await this.transactions.runGlobal(async (transaction) => {
      const fault = await rowSecurityFault(transaction.manager);
      if (fault !== null) throw new Error(fault);
      return positionsOf(transaction, REPLAYED);
    });
    const [{ lsn, recovering, system } = { lsn: null, recovering: false, system: '' }] = replayed;
    if (!recovering || system !== written?.system) throw new Error(NO_REPLICA);
    this.marks = [...this.marks.filter((mark) => mark.at > at - keep), { at, lsn: written.lsn ?? '0/0' }];
    return this.marks.findLast((mark) => isReached(mark.lsn, lsn ?? '0/0'))?.at ?? null;
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

const NO_REPLICA = 'The server of DATABASE_REPLICA_URL is no replica of that of DATABASE_URL.';

const WRITTEN = `
  SELECT pg_current_wal_lsn()::text AS lsn, false AS recovering, (SELECT system_identifier::text FROM pg_control_system()) AS system`;
const REPLAYED = `
  SELECT pg_last_wal_replay_lsn()::text AS lsn, pg_is_in_recovery() AS recovering,
    (SELECT system_identifier::text FROM pg_control_system()) AS system`;

async function positionsOf({ pipeline }: GlobalTransaction, sql: string): Promise<Replayed[]> {
  return pipeline.query<Replayed>(sql);
}

/** Positions are two hexadecimal numbers: `16/B374D848`. */
function isReached(wanted: string, reached: string): boolean {
  return positionOf(wanted) <= positionOf(reached);
}

function positionOf(lsn: string): bigint {
  const [high = '0', low = '0'] = lsn.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}
