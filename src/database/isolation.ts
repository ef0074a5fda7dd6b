import type { ClinicTransaction } from './transaction.js';

/** PostgreSQL takes it before the first query of a transaction only. */
export const REPEATABLE_READ = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ';

/** From here on the transaction sees the database as it is at one moment, however many statements read it. */
export async function seeOneMoment({ pipeline }: Pick<ClinicTransaction, 'pipeline'>): Promise<void> {
  await pipeline.query(REPEATABLE_READ);
}
