import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

const LIFELINE = '[{"label": "988 Suicide & Crisis Lifeline", "contact": "Call or text 988"}]';

export class ClinicSettings1795305600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic ADD COLUMN crisis_resources jsonb`);
    await runner.query(`ALTER TABLE clinic ADD COLUMN version integer`);
    await runner.query(`ALTER TABLE clinic ADD COLUMN changed_at timestamptz`);
    await runner.query(`ALTER TABLE clinic ADD COLUMN changed_by uuid`);
    await runner.query(`UPDATE clinic SET crisis_resources = '${LIFELINE}', version = 1, changed_at = created_at`);
    await runner.query(`ALTER TABLE clinic ALTER COLUMN crisis_resources SET NOT NULL`);
    await runner.query(`ALTER TABLE clinic ALTER COLUMN version SET NOT NULL`);
    await runner.query(`ALTER TABLE clinic ALTER COLUMN changed_at SET NOT NULL`);
    // CASE, because the length of what is no array can't be asked.
    await runner.query(`
      ALTER TABLE clinic ADD CONSTRAINT clinic_crisis_resources_check CHECK (
        CASE jsonb_typeof(crisis_resources)
          WHEN 'array' THEN jsonb_array_length(crisis_resources) BETWEEN 1 AND 5
          ELSE false
        END)`);
    await describe(runner, 'clinic', 'A tenant. Global: no row here says anything of a patient.', {
      crisis_resources: 'Whom to call in a crisis, 1 to 5 of {label, contact}, shown with every safety notice',
      version: 'Counts changes of the settings from 1; the ETag',
      changed_by: 'Staff id of who made the last change; null for the set-up',
      request_id: 'Request that made the last change',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['changed_by', 'changed_at', 'version', 'crisis_resources']) {
      await runner.query(`ALTER TABLE clinic DROP COLUMN ${column}`);
    }
    await runner.query(`COMMENT ON COLUMN clinic.request_id IS 'Request that made it'`);
  }
}
