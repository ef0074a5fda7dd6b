import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

export class SigningSecrets1795305600041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signing_secret (
        clinic_id uuid NOT NULL,
        kid text NOT NULL,
        sealed bytea NOT NULL,
        key_file text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT signing_secret_pkey PRIMARY KEY (clinic_id, kid)
      )`);
    await describe(
      runner,
      'signing_secret',
      'Private keys of clinics, encrypted; only where SIGNING_KEY_FILE is set.',
      {
        kid: 'Name of the key: its thumbprint by RFC 7638',
        sealed: 'Private key in PKCS #8, encrypted with AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the rest',
        key_file: 'Name of the key file that opens it: the first 16 hexadecimal digits of its hash',
        created_at: 'Instant at which it came into the database',
      },
    );
    await tenantTable(runner, 'signing_secret');
    await allow(runner, 'signing_secret', 'SELECT, INSERT, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE signing_secret`);
  }
}
