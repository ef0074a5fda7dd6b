import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { violates } from '../../src/database/sql-state.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';
import { goodRow, insert, insertClinic, type Row, type Rows } from './rows.js';

let database: TestDatabase;
let ids: Rows;
beforeAll(async () => {
  database = await testDatabase();
  ids = await insertClinic(database.owner);
});
afterAll(() => database.close());

/** The constraint that refuses a row; null where it is taken. Nothing is kept. */
async function refusalOf(table: string, spoilt: Row): Promise<string | null> {
  const runner = database.owner.createQueryRunner();
  await runner.startTransaction();
  try {
    if (table === 'assessment' || table === 'safety_notice') {
      await insert(runner, 'assessment_version', goodRow('assessment_version', ids));
    }
    await insert(runner, table, { ...goodRow(table, ids), ...spoilt });
    return null;
  } catch (error) {
    const { constraint, column, message } = error as Record<string, string | undefined>;
    expect(violates(error, constraint ?? '')).toBe(true);
    return constraint ?? `${column}: ${message}`;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const answers = (...values: (number | null)[]) => values;
const eighteen = answers(3, 3, 2, 0, 3, 0, 2, 2, 3, 3, 3, 3, 3, 2, 1, 2, 3, 4);
const missed = { state: 'missed', total: null, assessed_on: null, missed_reason: 'illness' };
const approved = {
  state: 'approved',
  approved_by: v7(),
  approved_at: '2026-03-20',
  self_approved: false,
  as_of: '2026-03-20',
};
const ended = { withdrawn_by: v7(), withdrawn_at: '2026-03-20', withdrawn_reason: 'An error' };
const withdrawn = { state: 'entered-in-error', total: null, assessed_on: null };

/** Every CHECK with rows it refuses, or takes (marked as good) just inside its bounds. */
const cases: [string, string, 'refused' | 'good', Row][] = [
  ['clinic', 'clinic_name_check', 'refused', { name: '' }],
  ['clinic', 'clinic_name_check', 'refused', { name: 'x'.repeat(121) }],
  ['clinic', 'clinic_name_check', 'good', { name: 'x'.repeat(120) }],
  ['clinic', 'clinic_locale_check', 'refused', { locale: 'en US' }],
  ['clinic', 'clinic_locale_check', 'good', { locale: 'zh-Hant-TW' }],
  ['clinic', 'clinic_crisis_resources_check', 'refused', { crisis_resources: '{"label": "988"}' }],
  ['clinic', 'clinic_crisis_resources_check', 'refused', { crisis_resources: '[]' }],
  ['clinic', 'clinic_crisis_resources_check', 'refused', { crisis_resources: '[1,2,3,4,5,6]' }],
  ['clinic', 'clinic_crisis_resources_check', 'good', { crisis_resources: '[1,2,3,4,5]' }],
  ['clinic', 'clinic_maintenance_interval_weeks_check', 'refused', { maintenance_interval_weeks: 0 }],
  ['clinic', 'clinic_maintenance_interval_weeks_check', 'refused', { maintenance_interval_weeks: 21 }],
  ['clinic', 'clinic_maintenance_interval_weeks_check', 'good', { maintenance_interval_weeks: 20 }],
  ['clinic', 'clinic_after_series_weeks_check', 'refused', { after_series_weeks: [0, 4] }],
  ['clinic', 'clinic_after_series_weeks_check', 'refused', { after_series_weeks: [4, 105] }],
  ['clinic', 'clinic_after_series_weeks_check', 'good', { after_series_weeks: [] }],
  ['clinic', 'clinic_after_series_weeks_check', 'good', { after_series_weeks: [1, 104] }],
  ['clinic', 'clinic_clinic_weekdays_check', 'refused', { clinic_weekdays: [] }],
  ['clinic', 'clinic_clinic_weekdays_check', 'refused', { clinic_weekdays: [0, 1] }],
  ['clinic', 'clinic_clinic_weekdays_check', 'refused', { clinic_weekdays: [1, 8] }],
  ['clinic', 'clinic_clinic_weekdays_check', 'good', { clinic_weekdays: [7] }],
  ['clinic', 'clinic_holidays_check', 'refused', { holidays: '{"on": "2026-12-25"}' }],
  ['clinic', 'clinic_holidays_check', 'good', { holidays: '[]' }],
  ['clinic', 'clinic_second_factor_check', 'refused', { second_factor: 'all' }],
  ['staff', 'staff_role_check', 'refused', { role: 'owner' }],
  ['staff', 'staff_status_check', 'refused', { status: 'asleep' }],
  ['staff', 'staff_draft_key_check', 'refused', { draft_key: Buffer.alloc(31) }],
  ['access_grant', 'access_grant_kind_check', 'refused', { kind: 'gift' }],
  ['access_grant', 'access_grant_role_check', 'refused', { role: 'owner' }],
  ['access_grant', 'access_grant_kind_check', 'good', { kind: 'second-factor-reset' }],
  ['access_grant', 'access_grant_kind_check', 'good', { kind: 'sso-removal' }],
  ['passkey', 'passkey_name_check', 'refused', { name: '' }],
  ['passkey', 'passkey_name_check', 'refused', { name: 'x'.repeat(61) }],
  ['passkey', 'passkey_credential_id_check', 'refused', { credential_id: Buffer.alloc(0) }],
  ['passkey', 'passkey_credential_id_check', 'refused', { credential_id: Buffer.alloc(1024) }],
  ['passkey', 'passkey_credential_id_check', 'good', { credential_id: Buffer.alloc(1023) }],
  ['passkey', 'passkey_counter_check', 'refused', { counter: -1 }],
  ['passkey', 'passkey_counter_check', 'refused', { counter: '4294967296' }],
  ['passkey', 'passkey_counter_check', 'good', { counter: '4294967295' }],
  ['passkey', 'passkey_backed_up_check', 'refused', { backup_eligible: false }],
  ['passkey_challenge', 'passkey_challenge_purpose_check', 'refused', { purpose: 'login' }],
  ['passkey_challenge', 'passkey_challenge_staff_check', 'refused', { purpose: 'confirmation' }],
  ['passkey_challenge', 'passkey_challenge_staff_check', 'refused', { clinic_id: v7() }],
  ['passkey_challenge', 'passkey_challenge_hash_check', 'refused', { challenge_hash: Buffer.alloc(31) }],
  ['sso_identity', 'sso_identity_hash_check', 'refused', { identity_hash: Buffer.alloc(31) }],
  ['sso_attempt', 'sso_attempt_purpose_check', 'refused', { purpose: 'login' }],
  ['sso_attempt', 'sso_attempt_staff_check', 'refused', { purpose: 'link' }],
  ['sso_attempt', 'sso_attempt_staff_check', 'refused', { clinic_id: v7() }],
  ['sso_attempt', 'sso_attempt_hash_check', 'refused', { secret_hash: Buffer.alloc(31) }],
  ['second_factor', 'second_factor_confirmed_check', 'refused', { last_time_step: null }],
  ['second_factor', 'second_factor_confirmed_check', 'good', { last_time_step: null, confirmed_at: null }],
  ['second_factor', 'second_factor_app_check', 'refused', { sealed: null, key_file: null }],
  ['second_factor', 'second_factor_app_check', 'refused', { key_file: null, confirmed_at: null }],
  ['second_factor', 'second_factor_app_check', 'good', { sealed: null, key_file: null, confirmed_at: null }],
  [
    'second_factor',
    'second_factor_recovery_codes_check',
    'refused',
    { recovery_codes: Array.from({ length: 11 }, () => Buffer.alloc(32)) },
  ],
  ['staff', 'staff_role_check', 'good', { role: 'system' }],
  ['api_token', 'api_token_scopes_check', 'refused', { scopes: [] }],
  ['api_token', 'api_token_scopes_check', 'refused', { scopes: ['outcomes:read', 'outcomes:write'] }],
  ['api_token', 'api_token_expires_check', 'refused', { expires_at: '2026-03-20T17:00:00Z' }],
  ['api_token', 'api_token_revoked_check', 'refused', { revoked_at: '2026-03-20' }],
  ['api_token', 'api_token_revoked_check', 'good', { revoked_at: '2026-03-20', revoked_by: v7() }],
  ['api_token_secret', 'api_token_secret_token_hash_check', 'refused', { token_hash: Buffer.alloc(31) }],
  ['audit_event', 'audit_event_position_check', 'refused', { position: 0 }],
  ['audit_event', 'audit_event_action_check', 'refused', { action: 'Read the patient' }],
  ['audit_event', 'audit_event_detail_check', 'refused', { detail: '' }],
  ['audit_event', 'audit_event_detail_check', 'refused', { detail: 'x'.repeat(201) }],
  ['audit_event', 'audit_event_detail_check', 'good', { detail: 'x'.repeat(200) }],
  ['audit_event', 'audit_event_changes_check', 'refused', { changes: '' }],
  ['audit_event', 'audit_event_changes_check', 'refused', { changes: 'x'.repeat(400_001) }],
  ['audit_event', 'audit_event_changes_check', 'good', { changes: '[]' }],
  ['audit_event', 'audit_event_hash_check', 'refused', { hash: Buffer.alloc(31) }],
  ['audit_event', 'audit_event_record_hash_check', 'refused', { record_hash: Buffer.alloc(31) }],
  ['audit_event', 'audit_event_record_hash_check', 'good', { record_hash: Buffer.alloc(32) }],
  ['one_time_link', 'one_time_link_purpose_check', 'refused', { purpose: 'other', clinic_id: v7(), staff_id: v7() }],
  ['one_time_link', 'one_time_link_person_check', 'refused', { purpose: 'invitation' }],
  ['one_time_link', 'one_time_link_person_check', 'refused', { clinic_id: v7() }],
  ['one_time_link', 'one_time_link_person_check', 'refused', { staff_id: v7() }],
  ['session', 'session_device_check', 'refused', { device: '' }],
  ['session', 'session_device_check', 'refused', { device: 'x'.repeat(201) }],
  ['session', 'session_device_check', 'good', { device: 'x'.repeat(200) }],
  ['patient', 'patient_chart_number_check', 'refused', { chart_number: '' }],
  ['patient', 'patient_chart_number_check', 'refused', { chart_number: 'x'.repeat(41) }],
  ['patient', 'patient_initials_check', 'refused', { initials: 'ABCDEF' }],
  ['patient', 'patient_birth_year_check', 'refused', { birth_year: 1899 }],
  ['patient', 'patient_birth_year_check', 'good', { birth_year: 1900 }],
  ['patient', 'patient_birth_year_check', 'refused', { birth_year: 2200 }],
  ['patient', 'patient_sex_check', 'refused', { sex: 'F' }],
  ['patient', 'patient_override_reason_check', 'refused', { override_reason: '' }],
  ['patient', 'patient_override_reason_check', 'refused', { override_reason: 'x'.repeat(501) }],
  ['course', 'course_number_check', 'refused', { number: 0 }],
  ['course', 'course_number_check', 'refused', { number: 1000 }],
  ['course', 'course_kind_check', 'refused', { kind: 'other' }],
  ['course', 'course_protocol_check', 'refused', { protocol: '{0,3,7,10,14}' }],
  ['course', 'course_protocol_check', 'refused', { protocol: '{1,3,7,10,14,17}' }],
  ['course', 'course_protocol_check', 'refused', { protocol: '{0,3,7,10,14,17,20}' }],
  ['course', 'course_stopped_check', 'refused', { stopped_on: '2026-03-09' }],
  ['course', 'course_stopped_check', 'refused', { stopped_reason: 'sideEffects' }],
  ['course', 'course_under_way_check', 'refused', { under_way_on: '2026-03-09' }],
  ['course', 'course_stopped_note_check', 'refused', { stopped_note: 'x'.repeat(501) }],
  ...(['assessment', 'assessment_version'] as const).flatMap((table): [string, string, 'refused' | 'good', Row][] => [
    [table, `${table}_slot_check`, 'refused', { slot: 'infusion-0' }],
    [table, `${table}_slot_check`, 'refused', { slot: 'infusion-7' }],
    [table, `${table}_slot_check`, 'refused', { slot: 'follow-up-0' }],
    [table, `${table}_slot_check`, 'refused', { slot: 'follow-up-1000' }],
    [table, `${table}_slot_check`, 'refused', { slot: 'Post-series' }],
    [table, `${table}_total_check`, 'refused', { total: 65 }],
    [table, `${table}_total_check`, 'refused', { total: -1 }],
    [table, `${table}_total_check`, 'good', { total: 64 }],
    [table, `${table}_total_check`, 'good', { total: 0 }],
    [table, `${table}_answers_check`, 'refused', { answers: eighteen.slice(1) }],
    [table, `${table}_answers_check`, 'refused', { answers: [...eighteen, 0] }],
    [table, `${table}_answers_check`, 'refused', { answers: [...eighteen.slice(1), 5] }],
    [table, `${table}_answers_check`, 'refused', { answers: [-1, ...eighteen.slice(1)] }],
    [table, `${table}_answers_check`, 'good', { answers: eighteen }],
    [table, `${table}_answers_check`, 'good', { answers: [null, ...eighteen.slice(1)], total: null }],
    [table, `${table}_state_check`, 'refused', { ...withdrawn, state: 'unknown' }],
    [table, `${table}_scored_check`, 'refused', { total: null }],
    [table, `${table}_scored_check`, 'refused', { ...missed, total: 35 }],
    [table, `${table}_scored_check`, 'refused', { ...missed, answers: eighteen }],
    [table, `${table}_scored_check`, 'refused', { ...withdrawn, total: 35 }],
    [table, `${table}_scored_check`, 'good', withdrawn],
    [table, `${table}_date_check`, 'refused', { assessed_on: null }],
    [table, `${table}_missed_check`, 'refused', { missed_reason: 'illness' }],
    [table, `${table}_missed_check`, 'refused', { ...missed, missed_reason: null }],
    [table, `${table}_missed_check`, 'refused', { ...withdrawn, missed_reason: 'illness' }],
    [table, `${table}_missed_check`, 'good', missed],
    [table, `${table}_missed_check`, 'good', { ...missed, assessed_on: '2026-03-02' }],
  ]),
  ['assessment_version', 'assessment_version_reason_check', 'refused', { version: 2 }],
  ['assessment_version', 'assessment_version_reason_check', 'refused', { amendment_reason: 'x' }],
  ['safety_notice', 'safety_notice_kind_check', 'refused', { kind: 'negative' }],
  ['safety_notice', 'safety_notice_acknowledged_check', 'refused', { action_taken: 'talked' }],
  ['safety_notice', 'safety_notice_acknowledged_check', 'refused', { acknowledged_by: v7() }],
  ['safety_notice', 'safety_notice_acknowledged_check', 'refused', { acknowledged_at: '2026-03-20' }],
  [
    'safety_notice',
    'safety_notice_action_check',
    'refused',
    { acknowledged_at: '2026-03-20', acknowledged_by: v7(), action_taken: '' },
  ],
  ['column_mapping', 'column_mapping_meanings_check', 'refused', { meanings: ['date_1'] }],
  ['column_mapping', 'column_mapping_meanings_check', 'good', { meanings: ['', ''] }],
  ['spreadsheet_export', 'spreadsheet_export_kind_check', 'refused', { kind: 'patients' }],
  ['spreadsheet_export', 'spreadsheet_export_rows_check', 'refused', { rows: -1 }],
  ['spreadsheet_export', 'spreadsheet_export_rows_check', 'good', { rows: 0 }],
  ['publication', 'publication_slug_check', 'refused', { slug: '' }],
  ['publication', 'publication_slug_check', 'refused', { slug: 'Outcomes' }],
  ['publication', 'publication_slug_check', 'refused', { slug: 'out--comes' }],
  ['publication', 'publication_slug_check', 'refused', { slug: 'x'.repeat(81) }],
  ['publication', 'publication_slug_check', 'good', { slug: 'x'.repeat(80) }],
  ['publication', 'publication_title_check', 'refused', { title: '' }],
  ['publication', 'publication_title_check', 'refused', { title: 'x'.repeat(201) }],
  ['publication', 'publication_period_check', 'refused', { period: '2025-03' }],
  ['publication', 'publication_period_check', 'refused', { period: '2025-Q5' }],
  ['publication', 'publication_period_check', 'good', { period: '2025-Q1..2026' }],
  ['publication', 'publication_kind_check', 'refused', { kind: 'other' }],
  ['publication', 'publication_kind_check', 'good', { kind: 'maintenance' }],
  ['publication', 'publication_minimum_check', 'refused', { minimum_baseline: 22 }],
  ['publication', 'publication_minimum_check', 'good', { minimum_baseline: 21 }],
  ['publication', 'publication_state_check', 'refused', { ...approved, state: 'public' }],
  ['publication', 'publication_approved_check', 'refused', { state: 'approved' }],
  ['publication', 'publication_approved_check', 'refused', { ...approved, as_of: null }],
  ['publication', 'publication_approved_check', 'refused', { approved_by: v7() }],
  ['publication', 'publication_approved_check', 'good', approved],
  ['publication', 'publication_superseded_check', 'refused', { ...approved, state: 'superseded' }],
  ['publication', 'publication_superseded_check', 'refused', { superseded_at: '2026-03-20' }],
  ['publication', 'publication_withdrawn_check', 'refused', { ...approved, state: 'withdrawn' }],
  ['publication', 'publication_withdrawn_check', 'refused', { ...approved, ...ended }],
  ['publication', 'publication_withdrawn_check', 'good', { ...approved, state: 'withdrawn', ...ended }],
  [
    'publication',
    'publication_reason_check',
    'refused',
    { ...approved, state: 'withdrawn', ...ended, withdrawn_reason: '' },
  ],
  ['publication', 'publication_edition_check', 'refused', { ...approved, edition: 0 }],
  ['publication', 'publication_edition_check', 'refused', { edition: 1 }],
  ['publication', 'publication_edition_check', 'good', { ...approved, edition: 1 }],
  ['closed_group', 'closed_group_kind_check', 'refused', { kind: 'x' }],
  ['closed_group', 'closed_group_quarters_check', 'refused', { from_quarter: '2025-Q3' }],
  ['closed_group', 'closed_group_quarters_check', 'refused', { to_quarter: '2025-Q5' }],
  ['closed_group', 'closed_group_edition_check', 'refused', { edition: 0 }],
  ['closed_group_course', 'closed_group_course_kind_check', 'refused', { kind: 'x' }],
  ['closed_group_course', 'closed_group_course_scores_check', 'refused', { scores: '{40}' }],
  ['closed_group_course', 'closed_group_course_scores_check', 'refused', { scores: '{40,null,null,null,null,65}' }],
  ['closed_group_course', 'closed_group_course_scores_check', 'refused', { scores: '{-1,null,null,null,null,5}' }],
  ['closed_group_course', 'closed_group_course_scores_check', 'good', { scores: '{64,null,null,null,null,0}' }],
  ['closed_group_course', 'closed_group_course_status_check', 'refused', { status: 'active' }],
  ['publication', 'publication_authors_check', 'refused', { authors: [] }],
  ['signing_key', 'signing_key_revoked_check', 'refused', { revoked_at: '2026-03-20' }],
  ['published_document', 'published_document_state_check', 'refused', { state: 'draft', ended_at: '2026-03-20' }],
  ['published_document', 'published_document_hash_check', 'refused', { hash: 'F'.repeat(64) }],
  ['published_document', 'published_document_ended_check', 'refused', { state: 'superseded' }],
  ['published_document', 'published_document_ended_check', 'refused', { ended_at: '2026-03-20' }],
  ['published_document', 'published_document_reason_check', 'refused', { state: 'withdrawn', ended_at: '2026-03-20' }],
  ['published_document', 'published_document_reason_check', 'refused', { withdrawn_reason: 'x' }],
  ['idempotency_key', 'idempotency_key_length_check', 'refused', { key: '' }],
  ['idempotency_key', 'idempotency_key_length_check', 'refused', { key: 'x'.repeat(201) }],
  ['request_count', 'request_count_count_check', 'refused', { count: 0 }],
  ['course_change', 'course_change_changes_check', 'refused', { changes: 0 }],
  ['clinic_lock', 'clinic_lock_turns_check', 'refused', { turns: 0 }],
];

describe('the database itself', () => {
  test.each(cases.filter(([, , what]) => what === 'refused'))(
    'keeps no row of %s against %s (%s): %j',
    async (table, constraint, _what, spoilt) => {
      expect(await refusalOf(table, spoilt)).toBe(constraint);
    },
  );

  test.each(cases.filter(([, , what]) => what === 'good'))(
    'keeps a row of %s just within %s (%s): %j',
    async (table, _constraint, _what, row) => {
      expect(await refusalOf(table, row)).toBeNull();
    },
  );

  test('has no CHECK that is not tried here', async () => {
    const checks = await database.owner.query<{ name: string }[]>(
      `SELECT conname AS name FROM pg_constraint
       WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
    );
    const tried = new Set(cases.map(([, constraint]) => constraint));
    expect(checks.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe('things of another clinic can’t be pointed at', () => {
  test.each([
    ['course', 'course_patient_fkey', ({ patient_id }: Rows) => ({ patient_id })],
    ['course', 'course_clinician_fkey', ({ staff_id }: Rows) => ({ clinician_id: staff_id })],
    ['assessment_version', 'assessment_version_course_fkey', ({ course_id }: Rows) => ({ course_id })],
    ['closed_group_course', 'closed_group_course_course_fkey', ({ course_id }: Rows) => ({ course_id })],
    ['closed_group_course', 'closed_group_course_group_fkey', ({ group_id }: Rows) => ({ group_id })],
    ['publication', 'publication_supersedes_fkey', ({ publication_id }: Rows) => ({ supersedes_id: publication_id })],
  ])('from %s by %s', async (table, constraint, spoil) => {
    const other = await insertClinic(database.owner);
    expect(await refusalOf(table, spoil(other))).toBe(constraint);
  });
});

test('one slot has one current score, and a version is there once', async () => {
  const { owner } = database;
  await insert(owner, 'assessment_version', goodRow('assessment_version', ids));
  await insert(owner, 'assessment', goodRow('assessment', ids));
  expect(await refusalOf('assessment_version', {})).toBe('assessment_version_pkey');
});
