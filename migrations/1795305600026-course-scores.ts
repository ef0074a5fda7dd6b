import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe } from './support.js';

/** The columns, what they mean, and what they come to from the current entries of a course. */
const COLUMNS = [
  ...[1, 2, 3, 4, 5, 6].map((infusion) => ({
    name: `score_${infusion}`,
    type: 'smallint',
    meaning: `Total at infusion ${infusion}, 0-64, higher is worse; null without one`,
    from: `max(total) FILTER (WHERE slot = 'infusion-${infusion}')`,
  })),
  {
    name: 'post_series',
    type: 'smallint',
    meaning: 'Total after the series, 0-64; null without one',
    from: `max(total) FILTER (WHERE slot = 'post-series')`,
  },
  {
    name: 'sixth_missed',
    type: 'boolean NOT NULL DEFAULT false',
    meaning: 'Whether infusion 6 is marked as missed',
    from: `coalesce(bool_or(slot = 'infusion-6' AND state = 'missed'), false)`,
  },
  {
    name: 'days_to_infusion_6',
    type: 'integer',
    meaning: 'Days from the score at infusion 1 to that at infusion 6; null where one of them is missing',
    from: `max(assessed_on) FILTER (WHERE slot = 'infusion-6' AND total IS NOT NULL)
      - max(assessed_on) FILTER (WHERE slot = 'infusion-1' AND total IS NOT NULL)`,
  },
  {
    name: 'last_entry_on',
    type: 'date',
    meaning: 'Latest day of an entry that was not taken back; null without one',
    from: `max(assessed_on) FILTER (WHERE state <> 'entered-in-error')`,
  },
  {
    name: 'entries',
    type: 'integer NOT NULL DEFAULT 0',
    meaning: 'Versions of entries that were recorded; goes up with every one',
    from: 'coalesce(sum(version), 0)::int',
  },
];

/** What the current entries of a course come to stands in its own row, so that cohorts are read without a join. */
export class CourseScores1795305600026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const { name, type } of COLUMNS) await runner.query(`ALTER TABLE course ADD COLUMN ${name} ${type}`);
    const meanings = Object.fromEntries(COLUMNS.map(({ name, meaning }) => [name, meaning]));
    await describe(runner, 'course', 'A series of up to six infusions of one patient.', meanings);
    await fill(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name } of COLUMNS) await runner.query(`ALTER TABLE course DROP COLUMN ${name}`);
  }
}

/** One clinic after the other: row-level security binds the owner of the table too. */
async function fill(runner: QueryRunner): Promise<void> {
  const clinics = (await runner.query(`SELECT id FROM clinic`)) as { id: string }[];
  for (const { id: clinicId } of clinics) {
    await runner.query(`SET LOCAL app.clinic_id = '${clinicId}'`);
    await runner.query(
      `UPDATE course c SET ${COLUMNS.map(({ name }) => `${name} = s.${name}`).join(', ')}
       FROM (SELECT course_id, ${COLUMNS.map(({ name, from }) => `${from} AS ${name}`).join(', ')}
         FROM assessment WHERE clinic_id = $1 GROUP BY course_id) AS s
       WHERE c.clinic_id = $1 AND c.id = s.course_id`,
      [clinicId],
    );
  }
  await runner.query(`SET LOCAL app.clinic_id = ''`);
}
