import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { DataSource } from 'typeorm';

/** Values of a row by column; what a table needs and nobody names is filled in. */
export type Row = Record<string, unknown>;

const AT = '2026-03-20T17:00:00Z';

/** The ids of one clinic's things, put in as plain rows. */
export interface Rows {
  clinic_id: string;
  staff_id: string;
  patient_id: string;
  course_id: string;
  publication_id: string;
  group_id: string;
}

/** A row of each table that the database takes; a test spoils one value of it. */
export function goodRow(table: string, ids: Rows): Row {
  const { clinic_id, staff_id, patient_id, course_id, group_id } = ids;
  const made = { changed_by: staff_id, changed_at: AT, request_id: 'r' };
  const score = { slot: 'infusion-1', version: 1, state: 'scored', total: 35 };
  const recorded = { assessed_on: '2026-03-02', recorded_at: AT, recorded_by: staff_id };
  const rows: Record<string, Row> = {
    clinic: {
      id: v7(),
      name: v7(),
      time_zone: 'UTC',
      locale: 'en-US',
      version: 1,
      created_at: AT,
      changed_at: AT,
      self_approval: false,
      maintenance_interval_weeks: 4,
      after_series_weeks: [1, 4, 12],
      clinic_weekdays: [1, 2, 3, 4, 5],
      holidays: '[{"on": "2026-12-25", "name": "Christmas Day"}]',
      second_factor: 'optional',
      strict_audit: false,
      crisis_resources: '[{"label": "Lifeline", "contact": "988"}]',
      request_id: 'r',
    },
    staff: {
      clinic_id,
      id: v7(),
      name: 'Dana',
      email: v7(),
      role: 'director',
      status: 'active',
      draft_key: Buffer.alloc(32),
      version: 1,
      ...made,
    },
    clinic_lock: { clinic_id, turns: 1 },
    session: {
      token_hash: v7(),
      id: v7(),
      clinic_id,
      staff_id,
      role: 'director',
      created_at: AT,
      last_seen_at: AT,
      enrolling: false,
    },
    request_count: { key: v7(), count: 1, ends_at: AT },
    access_grant: {
      clinic_id,
      id: v7(),
      staff_id,
      kind: 'invitation',
      role: 'director',
      made_at: AT,
      taken_up_at: AT,
      request_id: 'r',
    },
    second_factor: {
      clinic_id,
      staff_id,
      sealed: Buffer.alloc(60),
      key_file: '0123456789abcdef',
      created_at: AT,
      confirmed_at: AT,
      last_time_step: 1,
      recovery_codes: [Buffer.alloc(32)],
    },
    passkey: {
      clinic_id,
      id: v7(),
      staff_id,
      name: 'Work laptop',
      credential_id: Buffer.from(v7()),
      public_key: Buffer.alloc(77),
      counter: 0,
      transports: ['internal'],
      backup_eligible: true,
      backed_up: true,
      created_at: AT,
    },
    passkey_challenge: { challenge_hash: Buffer.alloc(32), purpose: 'sign-in', expires_at: AT },
    sso_identity: {
      identity_hash: createHash('sha256').update(v7()).digest(),
      clinic_id,
      staff_id: v7(),
      issuer: 'https://login.example.org',
      linked_at: AT,
    },
    sso_attempt: { secret_hash: Buffer.alloc(32), purpose: 'sign-in', expires_at: AT },
    api_token: {
      clinic_id,
      id: v7(),
      staff_id,
      hint: 'cudos_7Qxv',
      scopes: ['outcomes:read'],
      created_at: AT,
      created_by: staff_id,
      expires_at: '2026-06-18T17:00:00Z',
    },
    api_token_secret: { token_hash: Buffer.alloc(32), clinic_id, token_id: v7() },
    audit_event: {
      clinic_id,
      position: 1,
      at: AT,
      staff_id,
      action: 'patient.read',
      subject_id: patient_id,
      request_id: 'r',
      hash: Buffer.alloc(32),
    },
    patient: {
      clinic_id,
      id: v7(),
      chart_number: v7(),
      chart_key: v7(),
      short_chart_key: v7(),
      version: 1,
      created_at: AT,
      ...made,
    },
    course_change: { clinic_id, quarter: '2026-Q1', id: v7(), changes: 1 },
    course: {
      clinic_id,
      id: v7(),
      patient_id,
      number: 2,
      kind: 'induction',
      indication: 'ptsd',
      started_on: '2026-03-02',
      protocol: '{0,3,7,10,14,17}',
      version: 1,
      created_at: AT,
      ...made,
    },
    assessment_version: { clinic_id, course_id, ...score, ...recorded, request_id: 'r' },
    assessment: { clinic_id, course_id, ...score, ...recorded },
    safety_notice: {
      clinic_id,
      id: v7(),
      course_id,
      slot: 'infusion-1',
      version: 1,
      kind: 'positive',
      opened_at: AT,
      request_id: 'r',
    },
    one_time_link: {
      token_hash: v7(),
      purpose: 'setup',
      created_at: AT,
      request_id: 'r',
      expires_at: AT,
    },
    idempotency_key: {
      clinic_id,
      staff_id,
      key: v7(),
      request_hash: 'x',
      answer: '{}',
      created_at: AT,
    },
    column_mapping: {
      clinic_id,
      id: v7(),
      headers: ['When', 'Points'],
      headers_hash: Buffer.from(v7()),
      meanings: ['date_1', 'score_1'],
      file_name: 'scores.csv',
      remembered_at: AT,
      remembered_by: staff_id,
    },
    spreadsheet_export: {
      clinic_id,
      id: v7(),
      kind: 'courses',
      rows: 1,
      exported_at: AT,
      exported_by: staff_id,
      request_id: 'r',
    },
    spreadsheet_import: {
      clinic_id,
      id: v7(),
      file_name: 'a.csv',
      file_hash: v7(),
      report: '{}',
      committed_at: AT,
      committed_by: staff_id,
      request_id: 'r',
    },
    publication: {
      clinic_id,
      id: v7(),
      slug: 'outcomes',
      title: 'Outcomes',
      period: '2025',
      figures: ['starters.response'],
      charts: [],
      state: 'draft',
      version: 1,
      drafted_by: staff_id,
      drafted_at: AT,
      authors: [staff_id],
      ...made,
    },
    closed_group: {
      clinic_id,
      id: v7(),
      kind: 'induction',
      from_quarter: '2025-Q1',
      to_quarter: '2025-Q2',
      edition: 1,
      closed_on: '2025-09-01',
      request_id: 'test',
    },
    closed_group_course: {
      clinic_id,
      group_id,
      course_id,
      patient_id,
      kind: 'induction',
      indication: 'depression',
      started_on: '2025-02-03',
      scores: '{40,null,null,null,null,10}',
      status: 'completed',
    },
    publication_slug: { slug: v7(), clinic_id },
    signing_key: { kid: v7(), clinic_id, public_key: 'x', created_at: AT },
    published_document: {
      id: v7(),
      clinic_id,
      slug: v7(),
      state: 'approved',
      document: '{}',
      title: 'Outcomes',
      clinic_name: 'Riverside',
      period: '2025',
      hash: '0'.repeat(64),
      published_at: AT,
    },
  };
  const row = rows[table];
  if (!row) throw new Error(`Say in rows.ts what a row of ${table} looks like.`);
  return row;
}

/** Puts one row in, as the role of the data source. */
export async function insert(database: Pick<DataSource, 'query'>, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_column, index) => `$${index + 1}`);
  await database.query(`INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()})`, Object.values(row));
}

/** A clinic with a person, a patient, a course and the draft of a publication. */
export async function insertClinic(owner: DataSource): Promise<Rows> {
  const [clinic_id, staff_id, patient_id, course_id, publication_id, group_id] = Array.from({ length: 6 }, () =>
    v7(),
  ) as [string, string, string, string, string, string];
  const ids = { clinic_id, staff_id, patient_id, course_id, publication_id, group_id };
  await insert(owner, 'clinic', { ...goodRow('clinic', ids), id: ids.clinic_id });
  await insert(owner, 'staff', { ...goodRow('staff', ids), id: ids.staff_id });
  await insert(owner, 'patient', { ...goodRow('patient', ids), id: ids.patient_id });
  await insert(owner, 'course', { ...goodRow('course', ids), id: ids.course_id, number: 1 });
  await insert(owner, 'publication', { ...goodRow('publication', ids), id: publication_id });
  await insert(owner, 'closed_group', { ...goodRow('closed_group', ids), id: group_id });
  return ids;
}
