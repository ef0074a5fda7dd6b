import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

const content = `
        state text NOT NULL,
        total smallint,
        answers smallint[],
        assessed_on date,
        missed_reason text,
        note text`;

const checks = (table: string) => `
        CONSTRAINT ${table}_slot_check
          CHECK (slot ~ '^(infusion-[1-6]|post-series|follow-up-[1-9][0-9]{0,2})$'),
        CONSTRAINT ${table}_state_check CHECK (state IN ('scored', 'missed', 'entered-in-error')),
        CONSTRAINT ${table}_total_check CHECK (total BETWEEN 0 AND 64),
        CONSTRAINT ${table}_answers_check
          CHECK (cardinality(answers) = 18 AND 0 <= ALL (array_remove(answers, NULL)) AND 4 >= ALL (array_remove(answers, NULL))),
        CONSTRAINT ${table}_scored_check CHECK ((state = 'scored') = (total IS NOT NULL OR answers IS NOT NULL)),
        CONSTRAINT ${table}_date_check CHECK (assessed_on IS NOT NULL OR state <> 'scored'),
        CONSTRAINT ${table}_missed_check CHECK ((state = 'missed') = (missed_reason IS NOT NULL))`;

const meanings = {
  slot: 'infusion-1 to infusion-6, post-series, or follow-up-W for W weeks after the series',
  total: 'CUDOS total score, 0-64, higher is worse; null where the answers are incomplete or no score was taken',
  answers: 'The 18 item answers, each 0-4 or null; null where only the total was entered',
  assessed_on: 'Clinical date: the calendar day in the clinic on which the answers were given',
  missed_reason: 'Why no score was taken, from the closed list of the domain',
  version: 'Counts the versions of this slot from 1; the ETag',
  recorded_at: 'Instant of recording, which is not the clinical date',
  recorded_by: 'Staff id',
};

export class Assessments1795305600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE assessment_version (
        clinic_id uuid NOT NULL,
        course_id uuid NOT NULL,
        slot text NOT NULL,
        version integer NOT NULL,${content},
        amendment_reason text,
        override_reason text,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL,
        request_id text NOT NULL,
        CONSTRAINT assessment_version_pkey PRIMARY KEY (clinic_id, course_id, slot, version),
        CONSTRAINT assessment_version_course_fkey
          FOREIGN KEY (clinic_id, course_id) REFERENCES course (clinic_id, id),
        CONSTRAINT assessment_version_reason_check CHECK ((version = 1) = (amendment_reason IS NULL)),${checks('assessment_version')}
      )`);
    await describe(
      runner,
      'assessment_version',
      'Every version of every slot, append-only: the first entry and each amendment.',
      {
        ...meanings,
        amendment_reason: 'Why the version before was replaced; null for the first',
        override_reason: 'Why a soft warning was overridden; null where there was none',
        request_id: 'Request that recorded it',
      },
    );
    await tenantTable(runner, 'assessment_version');
    await allow(runner, 'assessment_version', 'SELECT, INSERT');

    // With state and total in its key a cohort is read from the key alone, in the order in which it is grouped.
    await runner.query(`
      CREATE TABLE assessment (
        clinic_id uuid NOT NULL,
        course_id uuid NOT NULL,
        slot text NOT NULL,
        version integer NOT NULL,${content},
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL,
        CONSTRAINT assessment_pkey PRIMARY KEY (clinic_id, course_id, slot) INCLUDE (state, total),
        CONSTRAINT assessment_version_fkey FOREIGN KEY (clinic_id, course_id, slot, version)
          REFERENCES assessment_version (clinic_id, course_id, slot, version),${checks('assessment')}
      )`);
    await describe(runner, 'assessment', 'The current version of each slot: what figures are computed from.', meanings);
    await tenantTable(runner, 'assessment');
    await allow(runner, 'assessment', 'SELECT, INSERT, UPDATE');

    await runner.query(`
      CREATE TABLE safety_notice (
        clinic_id uuid NOT NULL,
        id uuid NOT NULL,
        course_id uuid NOT NULL,
        slot text NOT NULL,
        version integer NOT NULL,
        kind text NOT NULL,
        opened_at timestamptz NOT NULL,
        acknowledged_at timestamptz,
        acknowledged_by uuid,
        action_taken text,
        request_id text NOT NULL,
        CONSTRAINT safety_notice_pkey PRIMARY KEY (clinic_id, id),
        CONSTRAINT safety_notice_version_key UNIQUE (clinic_id, course_id, slot, version),
        CONSTRAINT safety_notice_version_fkey FOREIGN KEY (clinic_id, course_id, slot, version)
          REFERENCES assessment_version (clinic_id, course_id, slot, version),
        CONSTRAINT safety_notice_kind_check CHECK (kind IN ('positive', 'incomplete')),
        CONSTRAINT safety_notice_acknowledged_check CHECK (
          (acknowledged_at IS NULL) = (acknowledged_by IS NULL) AND
          (acknowledged_at IS NULL) = (action_taken IS NULL)),
        CONSTRAINT safety_notice_action_check CHECK (length(action_taken) BETWEEN 1 AND 1000)
      )`);
    await runner.query(
      `CREATE INDEX safety_notice_open_idx ON safety_notice (clinic_id, opened_at, id) WHERE acknowledged_at IS NULL`,
    );
    await describe(runner, 'safety_notice', "An answer to item 14 or 15 that asks for a person's attention.", {
      kind: 'positive: item 14 or 15 is 1 or more; incomplete: 14 or 15 was left out',
      action_taken: 'What was done, in the words of who acknowledged it',
    });
    await tenantTable(runner, 'safety_notice');
    await allow(runner, 'safety_notice', 'SELECT, INSERT, UPDATE');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['safety_notice', 'assessment', 'assessment_version']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
