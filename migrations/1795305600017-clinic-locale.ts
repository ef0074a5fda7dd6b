import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

export class ClinicLocale1795305600017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic ADD COLUMN locale text`);
    await runner.query(`UPDATE clinic SET locale = 'en-US'`);
    await runner.query(`ALTER TABLE clinic ALTER COLUMN locale SET NOT NULL`);
    await runner.query(
      `ALTER TABLE clinic ADD CONSTRAINT clinic_locale_check CHECK (locale ~ '^[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{1,8}){0,5}$')`,
    );
    await describe(runner, 'clinic', 'A tenant. Global: no row here says anything of a patient.', {
      locale:
        'Language tag (BCP 47), e.g. en-GB: how the public pages and embeds of the clinic write numbers and dates',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic DROP COLUMN locale`);
  }
}
