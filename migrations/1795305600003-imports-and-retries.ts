import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

export class ImportsAndRetries1795305600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE spreadsheet_import (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        file_name text NOT NULL,
        file_hash bytea NOT NULL,
        report jsonb NOT NULL,
        committed_at timestamptz NOT NULL,
        committed_by uuid NOT NULL,
        request_id text NOT NULL,
        CONSTRAINT spreadsheet_import_pkey PRIMARY KEY (clinic_id, id),
        CONSTRAINT spreadsheet_import_clinic_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id),
        CONSTRAINT spreadsheet_import_file_key UNIQUE (clinic_id, file_hash)
      )`);
    await describe(runner, 'spreadsheet_import', 'A spreadsheet that was committed.', {
      file_hash: 'SHA-256 of the bytes and the settings they were read with',
      report: 'Counts of what was new and what was there; no value of a patient',
    });
    await tenantTable(runner, 'spreadsheet_import');
    await allow(runner, 'spreadsheet_import', 'SELECT, INSERT');

    await runner.query(`
      CREATE TABLE idempotency_key (
        clinic_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        answer jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT idempotency_key_pkey PRIMARY KEY (clinic_id, staff_id, key),
        CONSTRAINT idempotency_key_length_check CHECK (length(key) BETWEEN 1 AND 200)
      )`);
    await describe(runner, 'idempotency_key', 'Answers to creating requests, for their retries.', {
      request_hash: 'SHA-256 of route and body',
      answer: 'The body that was answered',
    });
    await tenantTable(runner, 'idempotency_key');
    await allow(runner, 'idempotency_key', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE idempotency_key`);
    await runner.query(`DROP TABLE spreadsheet_import`);
  }
}
