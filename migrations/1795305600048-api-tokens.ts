import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

const roles = (names: readonly string[]) => `
  ALTER TABLE staff DROP CONSTRAINT staff_role_check;
  ALTER TABLE staff ADD CONSTRAINT staff_role_check CHECK (role IN (${names.map((name) => `'${name}'`).join(', ')}))`;
const PEOPLE = ['clinician', 'director', 'marketing'];
const SYSTEM = 'system';

export class ApiTokens1795305600048 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(roles([...PEOPLE, SYSTEM]));
    await describe(runner, 'staff', 'A person who signs in, or a system account: a program with tokens.', {
      email: 'Sign-in name, lower case; of a system account its id, with which nobody can sign in',
    });
    await runner.query(`
      CREATE TABLE api_token (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        hint text NOT NULL,
        scopes text[] NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        revoked_by uuid,
        CONSTRAINT api_token_pkey PRIMARY KEY (clinic_id, id),
        CONSTRAINT api_token_staff_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff (clinic_id, id),
        CONSTRAINT api_token_scopes_check CHECK (
          cardinality(scopes) > 0
          AND scopes <@ ARRAY['scores:write', 'outcomes:read', 'published:read', 'metrics:read']),
        CONSTRAINT api_token_expires_check CHECK (expires_at > created_at),
        CONSTRAINT api_token_revoked_check CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
      )`);
    await runner.query(`CREATE INDEX api_token_staff_idx ON api_token (clinic_id, staff_id)`);
    await describe(runner, 'api_token', 'A token with which a program asks, of a system account.', {
      staff_id: 'Staff id of the system account',
      hint: 'First characters of the token, by which people know it',
      scopes: 'What it opens',
      created_by: 'Staff id of the director who made it and was shown it',
      expires_at: 'Instant from which on it is refused',
      last_used_at: 'Instant of the last request with it, to the minute; null while there was none',
      revoked_at: 'Instant at which it was revoked; null while it was not',
      revoked_by: 'Staff id of who revoked it',
    });
    await tenantTable(runner, 'api_token');
    await allow(runner, 'api_token', 'SELECT, INSERT, UPDATE');

    await runner.query(`
      CREATE TABLE api_token_secret (
        token_hash bytea NOT NULL,
        clinic_id uuid NOT NULL,
        token_id uuid NOT NULL,
        CONSTRAINT api_token_secret_pkey PRIMARY KEY (token_hash),
        CONSTRAINT api_token_secret_token_hash_check CHECK (octet_length(token_hash) = 32)
      )`);
    await describe(runner, 'api_token_secret', 'Global: which token of which clinic a secret is.', {
      token_hash: 'SHA-256 of the token',
    });
    await allow(runner, 'api_token_secret', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE api_token_secret`);
    await runner.query(`DROP TABLE api_token`);
    // The version before knows no such account.
    await runner.query(`DELETE FROM staff WHERE role = '${SYSTEM}'`);
    await runner.query(roles(PEOPLE));
    await describe(runner, 'staff', 'A person who signs in.', { email: 'Sign-in name, lower case' });
  }
}
