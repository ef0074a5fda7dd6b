import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

export class LastSignIn1795305600008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE staff ADD COLUMN last_signed_in_at timestamptz`);
    await describe(runner, 'staff', 'A person who signs in.', {
      last_signed_in_at: 'Instant of the last sign-in; null where there was none yet',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE staff DROP COLUMN last_signed_in_at`);
  }
}
