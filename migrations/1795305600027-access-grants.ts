import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

export class AccessGrants1795305600027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_grant (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        kind text NOT NULL,
        role text NOT NULL,
        made_by uuid,
        made_at timestamptz NOT NULL,
        taken_up_at timestamptz NOT NULL,
        request_id text NOT NULL,
        CONSTRAINT access_grant_pkey PRIMARY KEY (clinic_id, id),
        CONSTRAINT access_grant_staff_fkey FOREIGN KEY (clinic_id, staff_id) REFERENCES staff (clinic_id, id),
        CONSTRAINT access_grant_kind_check CHECK (kind IN ('invitation', 'password-reset', 'role', 'activation')),
        CONSTRAINT access_grant_role_check CHECK (role IN ('clinician', 'director', 'marketing'))
      )`);
    await runner.query(`CREATE INDEX access_grant_staff_idx ON access_grant (clinic_id, staff_id, taken_up_at)`);
    await describe(runner, 'access_grant', 'By whom a person came to their access. Rows are added, never changed.', {
      kind: 'A one-time link that was used, another role, or a deactivation that was taken back',
      role: 'Role of the person from then on',
      made_by: 'Staff id of who made the link or the change; null for the person who runs the server',
      made_at: 'Instant at which the link was made',
      taken_up_at: 'Instant at which the link was used; of other kinds as made_at',
      request_id: 'Request that took it up',
    });
    await tenantTable(runner, 'access_grant');
    await allow(runner, 'access_grant', 'SELECT, INSERT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE access_grant`);
  }
}
