import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

/** On which days a clinic treats; clinics that are there treat on every day until they say otherwise. */
export class ClinicDays1795305600051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic ADD COLUMN clinic_weekdays smallint[]`);
    await runner.query(`ALTER TABLE clinic ADD COLUMN holidays jsonb`);
    await runner.query(`UPDATE clinic SET clinic_weekdays = '{1,2,3,4,5,6,7}', holidays = '[]'`);
    await runner.query(`ALTER TABLE clinic ALTER COLUMN clinic_weekdays SET NOT NULL`);
    await runner.query(`ALTER TABLE clinic ALTER COLUMN holidays SET NOT NULL`);
    await runner.query(
      `ALTER TABLE clinic ADD CONSTRAINT clinic_clinic_weekdays_check CHECK (
        cardinality(clinic_weekdays) BETWEEN 1 AND 7 AND array_position(clinic_weekdays, NULL) IS NULL
        AND 1 <= ALL (clinic_weekdays) AND 7 >= ALL (clinic_weekdays))`,
    );
    await runner.query(
      `ALTER TABLE clinic ADD CONSTRAINT clinic_holidays_check CHECK (
        CASE jsonb_typeof(holidays) WHEN 'array' THEN jsonb_array_length(holidays) <= 200 ELSE false END)`,
    );
    await describe(runner, 'clinic', 'A tenant. Global: no row here says anything of a patient.', {
      clinic_weekdays: 'Days of the week on which the clinic treats, at least one: 1 is Monday, 7 is Sunday; rising',
      holidays: 'Days on which the clinic does not treat, at most 200 of {on, name}, by date',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic DROP COLUMN holidays`);
    await runner.query(`ALTER TABLE clinic DROP COLUMN clinic_weekdays`);
  }
}
