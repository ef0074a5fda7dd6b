import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe } from './support.js';

export class SingleSignOn1795305600060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sso_identity (
        identity_hash bytea NOT NULL,
        clinic_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        issuer text NOT NULL,
        linked_at timestamptz NOT NULL,
        last_used_at timestamptz,
        CONSTRAINT sso_identity_pkey PRIMARY KEY (identity_hash),
        CONSTRAINT sso_identity_staff_key UNIQUE (clinic_id, staff_id),
        CONSTRAINT sso_identity_hash_check CHECK (octet_length(identity_hash) = 32)
      )`);
    await describe(
      runner,
      'sso_identity',
      'Global: which person an account at the identity provider is; at sign-in the clinic is not known yet.',
      {
        identity_hash: 'SHA-256 of issuer and subject: the subject is the same for ever at its issuer',
        staff_id: 'Staff id of the person, who has one such account',
        issuer: 'Issuer identifier of the provider',
        linked_at: 'Instant at which the account was linked',
        last_used_at: 'Instant at which the person last signed in with it; null before the first',
      },
    );
    await allow(runner, 'sso_identity', 'SELECT, INSERT, UPDATE, DELETE');

    await runner.query(`
      CREATE TABLE sso_attempt (
        secret_hash bytea NOT NULL,
        purpose text NOT NULL,
        clinic_id uuid,
        staff_id uuid,
        expires_at timestamptz NOT NULL,
        CONSTRAINT sso_attempt_pkey PRIMARY KEY (secret_hash),
        CONSTRAINT sso_attempt_purpose_check CHECK (purpose IN ('sign-in', 'invitation', 'link', 'second-step')),
        CONSTRAINT sso_attempt_staff_check
          CHECK ((purpose = 'sign-in') = (staff_id IS NULL) AND (staff_id IS NULL) = (clinic_id IS NULL)),
        CONSTRAINT sso_attempt_hash_check CHECK (octet_length(secret_hash) = 32)
      )`);
    await describe(
      runner,
      'sso_attempt',
      'Global: who is at the identity provider, or back and still to type a code. Each is good once.',
      {
        secret_hash: 'SHA-256 of what the browser keeps in a cookie',
        purpose:
          'Whether it is to sign in, to take up an invitation or to link the account of who is signed in, or waits for a second factor',
        staff_id: 'Staff id of the person; null where that is to be found out',
        expires_at: 'Instant from which on it is refused',
      },
    );
    await allow(runner, 'sso_attempt', 'SELECT, INSERT, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE sso_attempt`);
    await runner.query(`DROP TABLE sso_identity`);
  }
}
