import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

export class RequiredSecondFactors1795305600047 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic ADD COLUMN second_factor text`);
    await runner.query(`UPDATE clinic SET second_factor = 'optional'`);
    await runner.query(`
      ALTER TABLE clinic ALTER COLUMN second_factor SET NOT NULL,
        ADD CONSTRAINT clinic_second_factor_check CHECK (second_factor IN ('optional', 'directors', 'everybody'))`);
    await describe(runner, 'clinic', 'A tenant. Global: no row here says anything of a patient.', {
      second_factor: 'Who has to sign in with a second factor: nobody, directors, or everybody',
    });
    await runner.query(`ALTER TABLE session ADD COLUMN verified_at timestamptz, ADD COLUMN enrolling boolean`);
    await runner.query(`UPDATE session SET enrolling = false`);
    await runner.query(`ALTER TABLE session ALTER COLUMN enrolling SET NOT NULL`);
    await runner.query(`
      COMMENT ON COLUMN session.verified_at IS
        'Instant at which a code of the second factor was last typed; null where the person has none'`);
    await runner.query(`
      COMMENT ON COLUMN session.enrolling IS
        'Whether the clinic requires a second factor that the person does not have yet, so that nothing else is open'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session DROP COLUMN enrolling, DROP COLUMN verified_at`);
    await runner.query(`ALTER TABLE clinic DROP COLUMN second_factor`);
  }
}
