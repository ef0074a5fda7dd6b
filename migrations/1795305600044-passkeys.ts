import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

export class Passkeys1795305600044 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE passkey (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        name text NOT NULL,
        credential_id bytea NOT NULL,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL,
        backup_eligible boolean NOT NULL,
        backed_up boolean NOT NULL,
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        CONSTRAINT passkey_pkey PRIMARY KEY (clinic_id, id),
        CONSTRAINT passkey_staff_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff (clinic_id, id),
        CONSTRAINT passkey_credential_key UNIQUE (clinic_id, credential_id),
        CONSTRAINT passkey_name_check CHECK (length(name) BETWEEN 1 AND 60),
        CONSTRAINT passkey_credential_id_check CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
        CONSTRAINT passkey_counter_check CHECK (counter BETWEEN 0 AND 4294967295),
        CONSTRAINT passkey_backed_up_check CHECK (backup_eligible OR NOT backed_up)
      )`);
    await runner.query(`CREATE INDEX passkey_staff_idx ON passkey (clinic_id, staff_id)`);
    await describe(runner, 'passkey', 'Passkeys with which people sign in, without a password.', {
      name: 'How the person calls it, 1-60 characters',
      credential_id: 'By which the device knows it, 1-1023 bytes',
      public_key: 'COSE key (RFC 9052) that checks its signatures; the private half never leaves the device',
      counter: 'Signatures that the device counted, 0 to 2^32 - 1; 0 for ever where it counts none',
      transports: 'How the browser reaches the device, such as internal, hybrid or usb',
      backup_eligible: 'Whether it may be copied to other devices of the person; the same for ever',
      backed_up: 'Whether it was copied when it was last used',
      last_used_at: 'Instant at which the person last signed in or confirmed something with it; null before the first',
    });
    await tenantTable(runner, 'passkey');
    await allow(runner, 'passkey', 'SELECT, INSERT, UPDATE, DELETE');

    await runner.query(`
      CREATE TABLE passkey_challenge (
        challenge_hash bytea NOT NULL,
        purpose text NOT NULL,
        clinic_id uuid,
        staff_id uuid,
        expires_at timestamptz NOT NULL,
        CONSTRAINT passkey_challenge_pkey PRIMARY KEY (challenge_hash),
        CONSTRAINT passkey_challenge_purpose_check CHECK (purpose IN ('registration', 'sign-in', 'confirmation')),
        CONSTRAINT passkey_challenge_staff_check
          CHECK ((purpose = 'sign-in') = (staff_id IS NULL) AND (staff_id IS NULL) = (clinic_id IS NULL)),
        CONSTRAINT passkey_challenge_hash_check CHECK (octet_length(challenge_hash) = 32)
      )`);
    await describe(
      runner,
      'passkey_challenge',
      'Global: what passkeys are asked to sign. Each is good once; at sign-in the clinic is not known yet.',
      {
        challenge_hash: 'SHA-256 of the challenge',
        staff_id: 'Staff id of who asked; null at sign-in',
        expires_at: 'Instant from which on it is refused',
      },
    );
    await allow(runner, 'passkey_challenge', 'SELECT, INSERT, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE passkey_challenge`);
    await runner.query(`DROP TABLE passkey`);
  }
}
