import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

export class StrictAudit1795305600058 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic ADD COLUMN strict_audit boolean`);
    await runner.query(`UPDATE clinic SET strict_audit = false`);
    await runner.query(`ALTER TABLE clinic ALTER COLUMN strict_audit SET NOT NULL`);
    await describe(runner, 'clinic', 'A tenant. Global: no row here says anything of a patient.', {
      strict_audit:
        'Whether who reads something of patients is written down before it is shown, and nothing is shown where that fails',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic DROP COLUMN strict_audit`);
  }
}
