import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

/** What takes turns within a clinic locks a row of its own: the row of `clinic` itself is on every node of a spread database. */
export class ClinicLocks1795305600053 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clinic_lock (
        clinic_id uuid NOT NULL,
        turns integer NOT NULL,
        CONSTRAINT clinic_lock_pkey PRIMARY KEY (clinic_id),
        CONSTRAINT clinic_lock_turns_check CHECK (turns > 0)
      )`);
    await describe(
      runner,
      'clinic_lock',
      'Locked by what takes turns within a clinic, until its transaction is over.',
      {
        turns: 'How often it was locked by a transaction that was committed',
      },
    );
    await tenantTable(runner, 'clinic_lock');
    await allow(runner, 'clinic_lock', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE clinic_lock`);
  }
}
