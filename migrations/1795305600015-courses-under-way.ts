import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

export class CoursesUnderWay1795305600015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE course ADD COLUMN under_way_on date, ADD COLUMN under_way_by uuid,
      ADD CONSTRAINT course_under_way_check
        CHECK ((under_way_on IS NULL) = (under_way_by IS NULL))`);
    await describe(runner, 'course', 'A series of up to six infusions of one patient.', {
      under_way_on:
        'Day on which somebody said that the course was still under way, though no entry says so; counts as an entry of that day',
      under_way_by: 'Who said so; a person, or the command line',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE course DROP COLUMN under_way_on, DROP COLUMN under_way_by`);
  }
}
