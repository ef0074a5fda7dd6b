import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

export class BreakGlass1795305600061 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE clinic ADD COLUMN break_glass_director_id uuid, ADD COLUMN break_glass_used_at timestamptz`);
    await describe(runner, 'clinic', 'A tenant. Global: no row here says anything of a patient.', {
      break_glass_director_id:
        'Staff id of the one director who may sign in without the identity provider; null where everybody may',
      break_glass_used_at: 'Instant at which a break-glass director last did so; null where none ever did',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic DROP COLUMN break_glass_used_at, DROP COLUMN break_glass_director_id`);
  }
}
