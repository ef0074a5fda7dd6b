import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

const kinds = (names: readonly string[]) => `
  ALTER TABLE access_grant DROP CONSTRAINT access_grant_kind_check;
  ALTER TABLE access_grant ADD CONSTRAINT access_grant_kind_check CHECK (kind IN (${names.map((name) => `'${name}'`).join(', ')}))`;
const BEFORE = ['invitation', 'password-reset', 'role', 'activation'];
const RESET = 'second-factor-reset';

export class SecondFactors1795305600046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE second_factor (
        clinic_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        sealed bytea NOT NULL,
        key_file text NOT NULL,
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        last_time_step integer,
        recovery_codes bytea[] NOT NULL DEFAULT '{}',
        CONSTRAINT second_factor_pkey PRIMARY KEY (clinic_id, staff_id),
        CONSTRAINT second_factor_staff_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff (clinic_id, id),
        CONSTRAINT second_factor_confirmed_check CHECK (confirmed_at IS NULL OR last_time_step IS NOT NULL),
        CONSTRAINT second_factor_recovery_codes_check CHECK (cardinality(recovery_codes) <= 10)
      )`);
    await describe(
      runner,
      'second_factor',
      'Authenticator apps with which people sign in besides their password, one a person.',
      {
        sealed: 'Secret of the app, encrypted with AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the rest',
        key_file: 'Name of the key file that opens it: the first 16 hexadecimal digits of its hash',
        created_at: 'Instant at which the secret was made',
        confirmed_at: 'Instant of the first right code; null while the second factor is not in use yet',
        last_time_step:
          'Half minutes since 1970 of the last code that was used; no code of then or before is taken again',
        recovery_codes: 'SHA-256 of the recovery codes that were not used yet, at most 10',
      },
    );
    await tenantTable(runner, 'second_factor');
    await allow(runner, 'second_factor', 'SELECT, INSERT, UPDATE, DELETE');
    await runner.query(kinds([...BEFORE, RESET]));
  }

  async down(runner: QueryRunner): Promise<void> {
    // Rows are never changed otherwise; the version before knows no such kind.
    await runner.query(`DELETE FROM access_grant WHERE kind = '${RESET}'`);
    await runner.query(kinds(BEFORE));
    await runner.query(`DROP TABLE second_factor`);
  }
}
