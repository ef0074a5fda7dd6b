import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

export class AuditEvents1795305600042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_event (
        clinic_id uuid NOT NULL,
        position integer NOT NULL,
        at timestamptz NOT NULL,
        staff_id uuid NOT NULL,
        action text NOT NULL,
        subject_id uuid,
        detail text,
        address text,
        request_id text NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT audit_event_pkey PRIMARY KEY (clinic_id, position),
        CONSTRAINT audit_event_position_check CHECK (position > 0),
        CONSTRAINT audit_event_action_check CHECK (action ~ '^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*$'),
        CONSTRAINT audit_event_detail_check CHECK (length(detail) BETWEEN 1 AND 200),
        CONSTRAINT audit_event_hash_check CHECK (octet_length(hash) = 32)
      )`);
    await runner.query(`CREATE INDEX audit_event_staff_idx ON audit_event (clinic_id, staff_id, position)`);
    await runner.query(`CREATE INDEX audit_event_subject_idx ON audit_event (clinic_id, subject_id, position)`);
    await describe(
      runner,
      'audit_event',
      'Who did what, a chain of hashes for each clinic. Rows are added, never changed.',
      {
        position: 'Place in the chain of the clinic: 1, 2, 3 and so on, without a gap',
        at: 'Instant of the request, with milliseconds; those of requests at the same time may be out of order',
        staff_id: 'Staff id of who did it, or whose sign-in was refused; all zeros but a 7 for the command line',
        action: 'What was done, as in src/domain/audit',
        subject_id:
          'Id of the patient, course, person, publication or import that it was done to; null for the clinic itself',
        detail: 'Names of fields, a visit, a number of rows; never what was written',
        address: 'Network address of the request, an IPv6 address by its first 64 bits; null for the command line',
        hash: 'SHA-256 of the hash before it, nothing for the first, and of the event as canonical JSON',
      },
    );
    await runner.query(`
      CREATE TABLE audit_chain (
        clinic_id uuid NOT NULL,
        length integer NOT NULL,
        hash bytea NOT NULL,
        CONSTRAINT audit_chain_pkey PRIMARY KEY (clinic_id)
      )`);
    await describe(runner, 'audit_chain', 'The end of the chain of events of a clinic; locked by who adds to it.', {
      length: 'Events of the chain',
      hash: 'Hash of the last of them',
    });
    await tenantTable(runner, 'audit_event');
    await tenantTable(runner, 'audit_chain');
    await allow(runner, 'audit_event', 'SELECT, INSERT');
    await allow(runner, 'audit_chain', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE audit_chain`);
    await runner.query(`DROP TABLE audit_event`);
  }
}
