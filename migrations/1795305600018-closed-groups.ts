import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

/** Publications are made of closed groups from now on; what was published before stays as it was signed. */
export class ClosedGroups1795305600018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makeClosedGroup(runner);
    await makeClosedGroupCourse(runner);
    await runner.query('DROP TABLE publication_course');
    await runner.query('ALTER TABLE publication DROP CONSTRAINT publication_approved_check');
    await runner.query('ALTER TABLE publication DROP COLUMN counts');
    await runner.query('ALTER TABLE publication ADD COLUMN edition integer');
    await runner.query(`
      ALTER TABLE publication
        ADD CONSTRAINT publication_edition_check CHECK (edition IS NULL OR (edition >= 1 AND state <> 'draft')),
        ADD CONSTRAINT publication_approved_check CHECK (
          num_nulls(approved_by, approved_at, self_approved, as_of) = CASE state WHEN 'draft' THEN 4 ELSE 0 END)`);
    await runner.query(`COMMENT ON COLUMN publication.edition IS
      'Edition of the closed groups that it was made of; null for a draft, and for what was approved before there were groups'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE publication DROP CONSTRAINT publication_approved_check');
    await runner.query('ALTER TABLE publication DROP COLUMN edition');
    await runner.query('ALTER TABLE publication ADD COLUMN counts text[]');
    await runner.query(`UPDATE publication SET counts = '{}' WHERE state <> 'draft'`);
    await runner.query(`
      ALTER TABLE publication ADD CONSTRAINT publication_approved_check CHECK (
        num_nulls(approved_by, approved_at, self_approved, counts, as_of) = CASE state WHEN 'draft' THEN 5 ELSE 0 END)`);
    await runner.query(`COMMENT ON COLUMN publication.counts IS
      'Names of the published counts; the bits of publication_course stand in this order'`);
    await makePublicationCourse(runner);
    for (const table of ['closed_group_course', 'closed_group']) await runner.query(`DROP TABLE ${table}`);
  }
}

async function makeClosedGroup(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE closed_group (
      clinic_id uuid NOT NULL,
      id uuid NOT NULL,
      kind text,
      indication text,
      from_quarter text NOT NULL,
      to_quarter text NOT NULL,
      edition integer NOT NULL,
      closed_on date NOT NULL,
      request_id text NOT NULL,
      CONSTRAINT closed_group_pkey PRIMARY KEY (clinic_id, id),
      CONSTRAINT closed_group_clinic_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id),
      CONSTRAINT closed_group_kind_check CHECK (kind IN ('induction', 'maintenance')),
      CONSTRAINT closed_group_quarters_check CHECK (
        from_quarter ~ '^[0-9]{4}-Q[1-4]$' AND to_quarter ~ '^[0-9]{4}-Q[1-4]$' AND from_quarter <= to_quarter),
      CONSTRAINT closed_group_edition_check CHECK (edition >= 1)
    )`);
  await describe(
    runner,
    'closed_group',
    'A group of whole quarters that is published together or not at all, append-only: frozen by the first publication of it.',
    {
      kind: 'Of the public cohort: only courses of this kind; null for all',
      indication: 'Of the public cohort: only courses of this indication; null for all',
      from_quarter: 'First quarter of the start of its courses, e.g. 2025-Q1',
      to_quarter: 'Last quarter of the start of its courses',
      edition: 'Which time the clinic closed its groups, from 1; the latest row of the same quarters counts',
      closed_on: 'Day at the clinic on which it was frozen',
    },
  );
  await tenantTable(runner, 'closed_group');
  await allow(runner, 'closed_group', 'SELECT, INSERT');
}

async function makeClosedGroupCourse(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE closed_group_course (
      clinic_id uuid NOT NULL,
      group_id uuid NOT NULL,
      course_id uuid NOT NULL,
      patient_id uuid NOT NULL,
      kind text NOT NULL,
      indication text NOT NULL,
      started_on date NOT NULL,
      scores smallint[] NOT NULL,
      status text NOT NULL,
      stopped_reason text,
      CONSTRAINT closed_group_course_pkey PRIMARY KEY (clinic_id, group_id, course_id),
      CONSTRAINT closed_group_course_group_fkey FOREIGN KEY (clinic_id, group_id)
        REFERENCES closed_group (clinic_id, id),
      CONSTRAINT closed_group_course_course_fkey FOREIGN KEY (clinic_id, course_id)
        REFERENCES course (clinic_id, id),
      CONSTRAINT closed_group_course_kind_check CHECK (kind IN ('induction', 'maintenance')),
      CONSTRAINT closed_group_course_scores_check CHECK (
        cardinality(scores) = 6 AND 0 <= ALL (array_remove(scores, NULL)) AND 64 >= ALL (array_remove(scores, NULL))),
      CONSTRAINT closed_group_course_status_check CHECK (status IN ('completed', 'stopped', 'lost'))
    )`);
  await runner.query(`CREATE INDEX closed_group_course_course_idx ON closed_group_course (clinic_id, course_id)`);
  await describe(
    runner,
    'closed_group_course',
    'A course of a closed group as it was then, append-only: what every publication of the group counts, whatever changed since.',
    {
      patient_id: 'Whose course it is: persons are counted, not courses',
      started_on: 'Start of the course as it was then',
      scores: 'CUDOS totals 0-64 at infusions 1 to 6 as they were then; null where there was none',
      status: 'How the course had ended by then; lost: nobody had closed it, and no entry had come for long',
      stopped_reason: 'Reason for stopping as it was then; null where it was not stopped',
    },
  );
  await tenantTable(runner, 'closed_group_course');
  await allow(runner, 'closed_group_course', 'SELECT, INSERT');
}

/** As it was; what it held is not known any more. */
async function makePublicationCourse(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE publication_course (
      clinic_id uuid NOT NULL,
      publication_id uuid NOT NULL,
      course_id uuid NOT NULL,
      content text NOT NULL,
      counted_in text NOT NULL,
      CONSTRAINT publication_course_pkey PRIMARY KEY (clinic_id, publication_id, course_id),
      CONSTRAINT publication_course_publication_fkey FOREIGN KEY (clinic_id, publication_id)
        REFERENCES publication (clinic_id, id),
      CONSTRAINT publication_course_course_fkey FOREIGN KEY (clinic_id, course_id)
        REFERENCES course (clinic_id, id),
      CONSTRAINT publication_course_content_check CHECK (content ~ '^[0-9a-f]{64}$'),
      CONSTRAINT publication_course_counted_check CHECK (counted_in ~ '^[01]*$')
    )`);
  await describe(
    runner,
    'publication_course',
    'A course of an approved publication, append-only: what later publications are compared with. Holds no score.',
    {
      content: 'SHA-256 of what was counted of the course: shows whether a score was corrected since',
      counted_in: 'A 0 or 1 for each of publication.counts: whether the course was in that count',
    },
  );
  await tenantTable(runner, 'publication_course');
  await allow(runner, 'publication_course', 'SELECT, INSERT');
}
