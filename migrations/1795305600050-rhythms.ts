import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

/** When maintenance infusions and the scores after a series are planned. */
export class Rhythms1795305600050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic ADD COLUMN maintenance_interval_weeks smallint`);
    await runner.query(`ALTER TABLE clinic ADD COLUMN after_series_weeks smallint[]`);
    await runner.query(`UPDATE clinic SET maintenance_interval_weeks = 4, after_series_weeks = '{1,4,12}'`);
    await runner.query(`ALTER TABLE clinic ALTER COLUMN maintenance_interval_weeks SET NOT NULL`);
    await runner.query(`ALTER TABLE clinic ALTER COLUMN after_series_weeks SET NOT NULL`);
    await runner.query(
      `ALTER TABLE clinic ADD CONSTRAINT clinic_maintenance_interval_weeks_check
       CHECK (maintenance_interval_weeks BETWEEN 1 AND 20)`,
    );
    await runner.query(
      `ALTER TABLE clinic ADD CONSTRAINT clinic_after_series_weeks_check CHECK (
        cardinality(after_series_weeks) <= 12 AND array_position(after_series_weeks, NULL) IS NULL
        AND 1 <= ALL (after_series_weeks) AND 104 >= ALL (after_series_weeks))`,
    );
    await describe(runner, 'clinic', 'A tenant. Global: no row here says anything of a patient.', {
      maintenance_interval_weeks:
        'Weeks between the infusions of a new maintenance course, 1 to 20; each course keeps its own plan in course.protocol',
      after_series_weeks:
        'Weeks after infusion 6 at which a score is due, each 1 to 104, rising, at most 12; the first of up to 4 weeks is the post-series score',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clinic DROP COLUMN after_series_weeks`);
    await runner.query(`ALTER TABLE clinic DROP COLUMN maintenance_interval_weeks`);
  }
}
