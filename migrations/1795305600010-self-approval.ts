import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

export class SelfApproval1795305600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic ADD COLUMN self_approval boolean`);
    await runner.query(`UPDATE clinic SET self_approval = false`);
    await runner.query(`ALTER TABLE clinic ALTER COLUMN self_approval SET NOT NULL`);
    await describe(runner, 'clinic', 'A tenant. Global: no row here says anything of a patient.', {
      self_approval:
        'Whether a single director may approve publications of their own; without effect while there are more',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic DROP COLUMN self_approval`);
  }
}
