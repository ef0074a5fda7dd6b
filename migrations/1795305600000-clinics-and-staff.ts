import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

export class ClinicsAndStaff1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clinic (
        id uuid NOT NULL,
        name text NOT NULL,
        time_zone text NOT NULL,
        created_at timestamptz NOT NULL,
        request_id text NOT NULL,
        CONSTRAINT clinic_pkey PRIMARY KEY (id),
        CONSTRAINT clinic_name_key UNIQUE (name),
        CONSTRAINT clinic_name_check CHECK (length(name) BETWEEN 1 AND 120)
      )`);
    await describe(runner, 'clinic', 'A tenant. Global: no row here says anything of a patient.', {
      time_zone: "IANA name; the clinic's today is the calendar day there",
      request_id: 'Request that made it',
    });

    await runner.query(`
      CREATE TABLE staff (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        role text NOT NULL,
        status text NOT NULL,
        password_hash text,
        version integer NOT NULL,
        changed_at timestamptz NOT NULL,
        changed_by uuid,
        request_id text NOT NULL,
        CONSTRAINT staff_pkey PRIMARY KEY (clinic_id, id),
        CONSTRAINT staff_clinic_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id),
        CONSTRAINT staff_email_key UNIQUE (clinic_id, email),
        CONSTRAINT staff_role_check CHECK (role IN ('clinician', 'director', 'marketing')),
        CONSTRAINT staff_status_check CHECK (status IN ('invited', 'active', 'deactivated'))
      )`);
    await describe(runner, 'staff', 'A person who signs in.', {
      email: 'Sign-in name, lower case',
      password_hash: 'argon2id; null until the invitation is taken up',
      version: 'Counts changes from 1; the ETag',
      changed_by: 'Staff id of who made the last change; null for the person alone with a one-time link',
      request_id: 'Request that made the last change',
    });
    await tenantTable(runner, 'staff');

    await runner.query(`
      CREATE TABLE sign_in_name (
        name text NOT NULL,
        clinic_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        CONSTRAINT sign_in_name_pkey PRIMARY KEY (name)
      )`);
    await describe(runner, 'sign_in_name', 'Global: in which clinic a sign-in name belongs.', {});

    await runner.query(`
      CREATE TABLE session (
        token_hash bytea NOT NULL,
        clinic_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        role text NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        CONSTRAINT session_pkey PRIMARY KEY (token_hash)
      )`);
    await runner.query(`CREATE INDEX session_staff_idx ON session (clinic_id, staff_id)`);
    await describe(runner, 'session', 'Global: who is signed in. Ended by deleting the row.', {
      token_hash: "SHA-256 of the cookie's value; the value itself is nowhere",
      role: 'Role at sign-in; a change of role ends the sessions of the person',
      last_seen_at: 'Instant of the last request, kept to the minute',
    });

    await runner.query(`
      CREATE TABLE one_time_link (
        token_hash bytea NOT NULL,
        purpose text NOT NULL,
        clinic_id uuid,
        staff_id uuid,
        created_at timestamptz NOT NULL,
        created_by uuid,
        request_id text NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT one_time_link_pkey PRIMARY KEY (token_hash),
        CONSTRAINT one_time_link_purpose_check CHECK (purpose IN ('setup', 'invitation', 'password-reset')),
        CONSTRAINT one_time_link_person_check
          CHECK ((purpose = 'setup') = (clinic_id IS NULL) AND (clinic_id IS NULL) = (staff_id IS NULL))
      )`);
    await describe(runner, 'one_time_link', 'Global: links not yet used. Using one deletes it.', {
      token_hash: 'SHA-256 of the token in the link',
      created_by: 'Staff id of who made it; null for the service itself at its first start',
      request_id: 'Request that made it',
    });

    await runner.query(`
      CREATE TABLE sign_in_failure (
        name_hash bytea NOT NULL,
        failures integer NOT NULL,
        blocked_until timestamptz NOT NULL,
        CONSTRAINT sign_in_failure_pkey PRIMARY KEY (name_hash)
      )`);
    await describe(runner, 'sign_in_failure', 'Global: wrong passwords in a row for a sign-in name, known or not.', {
      name_hash: 'SHA-256 of the name as typed, lower case',
      blocked_until: 'No password is looked at before this instant',
    });

    await allow(runner, 'clinic', 'SELECT, INSERT, UPDATE');
    await allow(runner, 'staff', 'SELECT, INSERT, UPDATE');
    await allow(runner, 'sign_in_name', 'SELECT, INSERT');
    await allow(runner, 'session', 'SELECT, INSERT, UPDATE, DELETE');
    await allow(runner, 'one_time_link', 'SELECT, INSERT, DELETE');
    await allow(runner, 'sign_in_failure', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['sign_in_failure', 'one_time_link', 'session', 'sign_in_name', 'staff', 'clinic'];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}
