import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe } from './support.js';

export class RequestCounts1795305600040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Unlogged: a count of the last minute is worth no write to the disk, and is in no backup and on no replica.
    await runner.query(`
      CREATE UNLOGGED TABLE request_count (
        key text NOT NULL,
        count integer NOT NULL,
        ends_at timestamptz NOT NULL,
        CONSTRAINT request_count_pkey PRIMARY KEY (key),
        CONSTRAINT request_count_count_check CHECK (count > 0)
      )`);
    await describe(
      runner,
      'request_count',
      'Global: requests of the last minute, where several processes count them.',
      {
        key: 'Kind of the requests and the network address they came from; deleted within minutes',
        count: 'Requests of all processes since this minute began',
        ends_at: 'Instant at which this minute ends and counting begins at 1',
      },
    );
    await allow(runner, 'request_count', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE request_count`);
  }
}
