import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

/** How often courses changed, by the quarter of their start: what is kept of a quarter holds while that is the same. */
export class CourseChanges1795305600045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE course_change (
        clinic_id uuid NOT NULL,
        quarter text NOT NULL,
        id uuid NOT NULL,
        changes bigint NOT NULL,
        CONSTRAINT course_change_pkey PRIMARY KEY (clinic_id, quarter, id),
        CONSTRAINT course_change_changes_check CHECK (changes > 0)
      )`);
    await describe(
      runner,
      'course_change',
      'How often courses and their entries changed. Each transaction adds a row, so none waits for another; the sum says it.',
      {
        quarter: 'Quarter of the start of the courses: 2026-Q1. One that moves to another quarter counts in both',
        id: 'Of the row; many rows are replaced by one with their sum',
        changes: 'Number of changes, 1 or more',
      },
    );
    await tenantTable(runner, 'course_change');
    await allow(runner, 'course_change', 'SELECT, INSERT, DELETE');
    await fill(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE course_change`);
  }
}

/** One clinic after the other: row-level security binds the owner of the table too. */
async function fill(runner: QueryRunner): Promise<void> {
  const clinics = (await runner.query(`SELECT id FROM clinic`)) as { id: string }[];
  for (const { id: clinicId } of clinics) {
    await runner.query(`SET LOCAL app.clinic_id = '${clinicId}'`);
    await runner.query(
      `INSERT INTO course_change (clinic_id, quarter, id, changes)
       SELECT $1, to_char(started_on, 'YYYY"-Q"Q'), gen_random_uuid(), sum(version + entries)
       FROM course WHERE clinic_id = $1 GROUP BY 2`,
      [clinicId],
    );
  }
  await runner.query(`SET LOCAL app.clinic_id = ''`);
}
