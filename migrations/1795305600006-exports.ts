import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

export class Exports1795305600006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE spreadsheet_export (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        rows integer NOT NULL,
        exported_at timestamptz NOT NULL,
        exported_by uuid NOT NULL,
        request_id text NOT NULL,
        CONSTRAINT spreadsheet_export_pkey PRIMARY KEY (clinic_id, id),
        CONSTRAINT spreadsheet_export_clinic_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id),
        CONSTRAINT spreadsheet_export_kind_check CHECK (kind IN ('courses', 'scores')),
        CONSTRAINT spreadsheet_export_rows_check CHECK (rows >= 0)
      )`);
    await runner.query(`
      CREATE INDEX spreadsheet_export_at_idx ON spreadsheet_export (clinic_id, exported_at, id)`);
    await describe(
      runner,
      'spreadsheet_export',
      'A spreadsheet that was handed out, append-only; written before its first byte.',
      {
        kind: 'courses: one row a course; scores: one row a current entry, with the item answers',
        rows: 'How many rows there were when it began',
        exported_by: 'Staff id; an id of nobody for the command line',
      },
    );
    await tenantTable(runner, 'spreadsheet_export');
    await allow(runner, 'spreadsheet_export', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE spreadsheet_export`);
  }
}
