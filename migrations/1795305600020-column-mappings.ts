import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

export class ColumnMappings1795305600020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE column_mapping (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        headers text[] NOT NULL,
        headers_hash bytea NOT NULL,
        meanings text[] NOT NULL,
        file_name text NOT NULL,
        remembered_at timestamptz NOT NULL,
        remembered_by uuid NOT NULL,
        CONSTRAINT column_mapping_pkey PRIMARY KEY (clinic_id, id),
        CONSTRAINT column_mapping_clinic_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id),
        CONSTRAINT column_mapping_headers_key UNIQUE (clinic_id, headers_hash),
        CONSTRAINT column_mapping_meanings_check CHECK (cardinality(meanings) = cardinality(headers))
      )`);
    await describe(
      runner,
      'column_mapping',
      'What a person said the columns of a spreadsheet mean; used for files with the same names.',
      {
        headers: 'Names of the columns, in order',
        headers_hash: 'SHA-256 of those names',
        meanings: "The service's names of what each means; empty for one that is left out",
        remembered_by: 'Staff id; an id of nobody for the command line',
      },
    );
    await tenantTable(runner, 'column_mapping');
    await allow(runner, 'column_mapping', 'SELECT, INSERT, UPDATE, DELETE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE column_mapping`);
  }
}
