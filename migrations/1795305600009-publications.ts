import type { MigrationInterface, QueryRunner } from 'typeorm';
import { allow, describe, tenantTable } from './support.js';

export class Publications1795305600009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await makePublication(runner);
    await makePublicationCourse(runner);
    await makePublicationSlug(runner);
    await makeSigningKey(runner);
    await makePublishedDocument(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['published_document', 'signing_key', 'publication_slug', 'publication_course', 'publication'];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}

async function makePublication(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE publication (
      clinic_id uuid NOT NULL,
      id uuid NOT NULL,
      slug text NOT NULL,
      title text NOT NULL,
      period text NOT NULL,
      kind text,
      indication text,
      minimum_baseline smallint,
      figures text[] NOT NULL,
      charts text[] NOT NULL,
      state text NOT NULL,
      version integer NOT NULL,
      drafted_by uuid NOT NULL,
      drafted_at timestamptz NOT NULL,
      changed_by uuid NOT NULL,
      changed_at timestamptz NOT NULL,
      approved_by uuid,
      approved_at timestamptz,
      self_approved boolean,
      superseded_at timestamptz,
      withdrawn_by uuid,
      withdrawn_at timestamptz,
      withdrawn_reason text,
      supersedes_id uuid,
      counts text[],
      as_of timestamptz,
      request_id text NOT NULL,
      CONSTRAINT publication_pkey PRIMARY KEY (clinic_id, id),
      CONSTRAINT publication_clinic_fkey FOREIGN KEY (clinic_id) REFERENCES clinic (id),
      CONSTRAINT publication_supersedes_fkey FOREIGN KEY (clinic_id, supersedes_id)
        REFERENCES publication (clinic_id, id),
      CONSTRAINT publication_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
      CONSTRAINT publication_title_check CHECK (length(title) BETWEEN 1 AND 200),
      CONSTRAINT publication_period_check
        CHECK (period ~ '^[0-9]{4}(-Q[1-4])?([.][.][0-9]{4}(-Q[1-4])?)?$'),
      CONSTRAINT publication_kind_check CHECK (kind IN ('induction', 'maintenance')),
      CONSTRAINT publication_minimum_check CHECK (minimum_baseline IN (11, 21, 31, 46)),
      CONSTRAINT publication_state_check
        CHECK (state IN ('draft', 'approved', 'superseded', 'withdrawn')),
      CONSTRAINT publication_approved_check CHECK (
        num_nulls(approved_by, approved_at, self_approved, counts, as_of)
          = CASE state WHEN 'draft' THEN 5 ELSE 0 END),
      CONSTRAINT publication_superseded_check
        CHECK (state = 'withdrawn' OR (state = 'superseded') = (superseded_at IS NOT NULL)),
      CONSTRAINT publication_withdrawn_check CHECK (
        num_nulls(withdrawn_by, withdrawn_at, withdrawn_reason)
          = CASE state WHEN 'withdrawn' THEN 0 ELSE 3 END),
      CONSTRAINT publication_reason_check CHECK (length(withdrawn_reason) BETWEEN 1 AND 500)
    )`);
  await runner.query(`
    CREATE UNIQUE INDEX publication_approved_idx ON publication (clinic_id, slug)
      WHERE state = 'approved'`);
  await runner.query(`CREATE INDEX publication_drafted_idx ON publication (clinic_id, drafted_at, id)`);
  await describe(
    runner,
    'publication',
    'Figures that may leave the clinic. A draft is changed or deleted; from its approval on it is frozen.',
    {
      slug: 'Name in the public address; each approved one supersedes the one before of the same slug',
      period: 'Whole quarters or years of the start of courses, e.g. 2025, 2025-Q1..2026-Q2',
      kind: 'Only courses of this kind; null for all',
      indication: 'Only courses of this indication; null for all',
      minimum_baseline: 'Only courses with at least this baseline, the lower edge of a severity band; null for all',
      figures: 'Figures asked for, as set.name',
      charts: 'Charts asked for, by name',
      version: 'Counts changes from 1; the ETag',
      drafted_by: 'Staff id of who made it, who does not approve it',
      self_approved: 'Whether the author approved it, which a clinic with a single director may say',
      withdrawn_reason: 'Public: why it no longer stands',
      supersedes_id: 'The publication of the same slug that this one took the place of',
      counts: 'Names of the published counts; the bits of publication_course stand in this order',
      as_of: 'Instant of the data it was made from',
      request_id: 'Request that made the last change',
    },
  );
  await tenantTable(runner, 'publication');
  await allow(runner, 'publication', 'SELECT, INSERT, UPDATE, DELETE');
}

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

async function makePublicationSlug(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE publication_slug (
      slug text NOT NULL,
      clinic_id uuid NOT NULL,
      CONSTRAINT publication_slug_pkey PRIMARY KEY (slug)
    )`);
  await describe(runner, 'publication_slug', 'Global: which clinic may publish under a slug.', {});
  await allow(runner, 'publication_slug', 'SELECT, INSERT');
}

async function makeSigningKey(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE signing_key (
      kid text NOT NULL,
      clinic_id uuid NOT NULL,
      public_key text NOT NULL,
      created_at timestamptz NOT NULL,
      retired_at timestamptz,
      CONSTRAINT signing_key_pkey PRIMARY KEY (kid)
    )`);
  await runner.query(`
    CREATE UNIQUE INDEX signing_key_current_idx ON signing_key (clinic_id) WHERE retired_at IS NULL`);
  await describe(
    runner,
    'signing_key',
    'Global: the public keys of the clinics. The private ones are files on the server.',
    {
      kid: 'Thumbprint of the key by RFC 7638',
      public_key: 'Ed25519: x of RFC 8037, base64url',
      retired_at: 'Since when it signs no more; what it signed stays verifiable',
    },
  );
  await allow(runner, 'signing_key', 'SELECT, INSERT, UPDATE (retired_at)');
}

async function makePublishedDocument(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE published_document (
      id uuid NOT NULL,
      clinic_id uuid NOT NULL,
      slug text NOT NULL,
      state text NOT NULL,
      document text NOT NULL,
      hash text NOT NULL,
      published_at timestamptz NOT NULL,
      ended_at timestamptz,
      withdrawn_reason text,
      CONSTRAINT published_document_pkey PRIMARY KEY (id),
      CONSTRAINT published_document_state_check
        CHECK (state IN ('approved', 'superseded', 'withdrawn')),
      CONSTRAINT published_document_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'),
      CONSTRAINT published_document_ended_check CHECK ((state = 'approved') = (ended_at IS NULL)),
      CONSTRAINT published_document_reason_check
        CHECK ((state = 'withdrawn') = (withdrawn_reason IS NOT NULL))
    )`);
  await runner.query(`
    CREATE UNIQUE INDEX published_document_current_idx ON published_document (slug)
      WHERE state = 'approved'`);
  await runner.query(`CREATE INDEX published_document_slug_idx ON published_document (slug, published_at, id)`);
  await describe(
    runner,
    'published_document',
    'Global: what anybody may read. All that the public side reads, with the public keys.',
    {
      id: 'Of the publication',
      document: 'Canonical JSON by RFC 8785 with its signature; never changed',
      hash: 'SHA-256 that the document states of itself, lower-case hex',
      ended_at: 'When it was superseded or withdrawn, the latter where both',
      withdrawn_reason: 'Public: why it no longer stands',
    },
  );
  // Not even the service can change what was published.
  await allow(runner, 'published_document', 'SELECT, INSERT, UPDATE (state, ended_at, withdrawn_reason)');
}
