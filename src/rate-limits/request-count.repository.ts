import { Injectable } from '@nestjs/common';
import type { SingleStatement } from '../database/transaction.js';

/** Requests by key. */
export type Counts = ReadonlyMap<string, number>;

/** How many there were from all processes in the minute under way, and how many milliseconds of it are left. */
export interface CountedRequests {
  key: string;
  count: number;
  ttl: number;
}

/** The counts of requests that all processes on this database share. Time is the database's, as clocks of machines differ. */
@Injectable()
export class RequestCountRepository {
  /** Adds what one process has counted, and says what it comes to. Rows are locked in the order of keys. */
  async add({ pipeline }: SingleStatement, counts: Counts, window: number): Promise<CountedRequests[]> {
    return pipeline.query<CountedRequests>(
      `INSERT INTO request_count AS before (key, count, ends_at)
       SELECT key, count, clock_timestamp() + $3 * interval '1 millisecond'
       FROM unnest($1::text[], $2::integer[]) AS added (key, count) ORDER BY key
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN ${isOver('$3')} THEN excluded.count ELSE before.count + excluded.count END,
         ends_at = CASE WHEN ${isOver('$3')} THEN excluded.ends_at ELSE before.ends_at END
       RETURNING key, count, extract(epoch FROM ends_at - clock_timestamp())::float * 1000 AS ttl`,
      [[...counts.keys()], [...counts.values()], window],
    );
  }

  /** Deletes what is over. Rows that another process deletes or counts on at the same moment are left to it. */
  async deleteEnded({ pipeline }: SingleStatement, window: number): Promise<void> {
    await pipeline.query(
      `DELETE FROM request_count WHERE key IN
         (SELECT key FROM request_count AS before WHERE ${isOver('$1')} FOR UPDATE SKIP LOCKED)`,
      [window],
    );
  }
}

/** Also where more is left of it than it is long: the clock was set back. */
function isOver(window: string): string {
  return `NOT before.ends_at BETWEEN clock_timestamp() AND clock_timestamp() + ${window} * interval '1 millisecond'`;
}
