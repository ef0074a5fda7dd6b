import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

/** Tables that belong to no clinic: nothing in them says anything of a patient. */
const GLOBAL = [
  'api_token_secret',
  'clinic',
  'migration',
  'one_time_link',
  'passkey_challenge',
  'publication_slug',
  'published_document',
  'request_count',
  'session',
  'sign_in_failure',
  'sign_in_name',
  'signing_key',
  'sso_attempt',
  'sso_identity',
];
/** Columns that a clinician would ask about have a meaning, a unit and a range in the database itself. */
const CLINICAL = [
  'assessment.answers',
  'assessment.assessed_on',
  'assessment.missed_reason',
  'assessment.slot',
  'assessment.total',
  'assessment_version.amendment_reason',
  'assessment_version.answers',
  'assessment_version.assessed_on',
  'assessment_version.override_reason',
  'assessment_version.recorded_at',
  'assessment_version.total',
  'closed_group_course.scores',
  'course.indication',
  'course.protocol',
  'course.started_on',
  'course.stopped_on',
  'course.stopped_reason',
  'patient.chart_number',
  'publication.minimum_baseline',
  'published_document.document',
  'safety_notice.action_taken',
  'safety_notice.kind',
];

let database: TestDatabase;
let tables: string[];
const ask = <Row>(sql: string) => database.owner.query<Row[]>(sql);
beforeAll(async () => {
  database = await testDatabase();
  const rows = await ask<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
  );
  tables = rows.map(({ name }) => name);
});
afterAll(() => database.close());

const tenantTables = () => tables.filter((name) => !GLOBAL.includes(name));

describe('every table that is not named as global', () => {
  test('has a clinic in every row', async () => {
    const rows = await ask<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'clinic_id' AND udt_name = 'uuid'
         AND is_nullable = 'NO'`,
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(tenantTables()));
  });

  test('has row-level security enabled and forced, by one policy on the clinic of the transaction', async () => {
    const bound = await ask<{ name: string; using: string; check: string }>(
      `SELECT relname AS name, qual AS using, with_check AS check
       FROM pg_class JOIN pg_policies ON tablename = relname AND cmd = 'ALL' AND permissive = 'PERMISSIVE'
       WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity
       ORDER BY 1`,
    );
    expect(bound.map(({ name }) => name)).toEqual(tenantTables());
    for (const { using, check } of bound) {
      expect(using).toMatch(/^\(clinic_id = \(NULLIF\(current_setting\('app\.clinic_id'::text, true\)/);
      expect(check).toBe(using);
    }
  });

  test('begins its primary key, unique constraints and every index with the clinic', async () => {
    const indexes = await ask<{ name: string; leading: string }>(
      `SELECT indexrelid::regclass::text AS name, attname AS leading
       FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
       JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
       WHERE relnamespace = 'public'::regnamespace AND relname = ANY ('{${tenantTables().join()}}')`,
    );
    expect(indexes.length).toBeGreaterThanOrEqual(tenantTables().length);
    expect(indexes.filter(({ leading }) => leading !== 'clinic_id')).toEqual([]);
  });

  test('points only within the clinic, and a deletion there changes nothing here', async () => {
    const keys = await ask<{ name: string; target: string; definition: string }>(
      `SELECT conname AS name, confrelid::regclass::text AS target, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    );
    expect(keys.length).toBeGreaterThan(0);
    for (const { target, definition } of keys) {
      const pattern =
        target === 'clinic'
          ? /^FOREIGN KEY \(clinic_id\) REFERENCES clinic\(id\)$/
          : /^FOREIGN KEY \(clinic_id, [\w, ]+\) REFERENCES \w+\(clinic_id, [\w, ]+\)$/;
      expect(definition).toMatch(pattern);
    }
  });
});

test('no table of clinics has a column whose sum depends on the order of the rows', async () => {
  const columns = await ask<{ name: string }>(
    `SELECT format('%s.%s', table_name, column_name) AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND udt_name IN ('float4', 'float8', 'numeric')`,
  );
  expect(columns).toEqual([]);
});

test('no global table points at a table of clinics', async () => {
  const keys = await ask<{ source: string; target: string }>(
    `SELECT conrelid::regclass::text AS source, confrelid::regclass::text AS target
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  const outward = keys.filter(({ source, target }) => GLOBAL.includes(source) && !GLOBAL.includes(target));
  expect(outward).toEqual([]);
});

test('no triggers, rules, sequences or views', async () => {
  const found = await ask<{ what: string }>(
    `SELECT tgname::text AS what FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT rulename FROM pg_rules WHERE schemaname = 'public'
     UNION ALL SELECT viewname FROM pg_views WHERE schemaname = 'public'
     UNION ALL SELECT sequencename FROM pg_sequences
       WHERE schemaname = 'public' AND sequencename <> 'migration_id_seq'`,
  );
  expect(found).toEqual([]);
});

test('constraints and indexes are named by hand, with room for the suffix of a shard', async () => {
  const names = await ask<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid <> 'migration'::regclass
     UNION SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migration'`,
  );
  for (const { name } of names) {
    expect(name).toMatch(/^[a-z_]+_(pkey|fkey|key|check|idx)$/);
    expect(name.length).toBeLessThanOrEqual(54);
  }
});

test('the clinical columns and every table say in the database what they mean', async () => {
  const described = await ask<{ name: string }>(
    `SELECT concat_ws('.', relname, attname) AS name
     FROM pg_description JOIN pg_class ON pg_class.oid = objoid AND classoid = 'pg_class'::regclass
     LEFT JOIN pg_attribute ON attrelid = objoid AND attnum = objsubid AND objsubid > 0
     WHERE relnamespace = 'public'::regnamespace`,
  );
  const names = described.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(CLINICAL));
  expect(names).toEqual(expect.arrayContaining(tables.filter((name) => name !== 'migration')));
});

test('the service works under a role that can’t bypass row-level security', async () => {
  const rows = await database.service.query<object[]>(
    `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user`,
  );
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
});

test('the service owns no table, and may add to the history of scores but not change it', async () => {
  const rights = await database.service.query<{ table: string; rights: string }[]>(
    `SELECT relname AS table, string_agg(privilege, ' ' ORDER BY privilege) AS rights
     FROM pg_class, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
       AS privilege
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND has_table_privilege(current_user, oid, privilege)
     GROUP BY relname ORDER BY relname`,
  );
  const granted = Object.fromEntries(rights.map((row) => [row.table, row.rights]));
  expect(granted).toEqual({
    access_grant: 'INSERT SELECT',
    api_token: 'INSERT SELECT UPDATE',
    api_token_secret: 'INSERT SELECT',
    assessment: 'INSERT SELECT UPDATE',
    assessment_version: 'INSERT SELECT',
    audit_chain: 'INSERT SELECT UPDATE',
    audit_event: 'INSERT SELECT',
    clinic: 'INSERT SELECT UPDATE',
    clinic_lock: 'INSERT SELECT UPDATE',
    closed_group: 'INSERT SELECT',
    closed_group_course: 'INSERT SELECT',
    column_mapping: 'DELETE INSERT SELECT UPDATE',
    course: 'INSERT SELECT UPDATE',
    course_change: 'DELETE INSERT SELECT',
    idempotency_key: 'DELETE INSERT SELECT UPDATE',
    one_time_link: 'DELETE INSERT SELECT',
    passkey: 'DELETE INSERT SELECT UPDATE',
    passkey_challenge: 'DELETE INSERT SELECT',
    patient: 'INSERT SELECT UPDATE',
    publication: 'DELETE INSERT SELECT UPDATE',
    publication_slug: 'DELETE INSERT SELECT',
    published_document: 'INSERT SELECT',
    request_count: 'DELETE INSERT SELECT UPDATE',
    safety_notice: 'INSERT SELECT UPDATE',
    second_factor: 'DELETE INSERT SELECT UPDATE',
    session: 'DELETE INSERT SELECT UPDATE',
    sign_in_failure: 'DELETE INSERT SELECT UPDATE',
    sign_in_name: 'INSERT SELECT',
    signing_key: 'INSERT SELECT',
    signing_secret: 'DELETE INSERT SELECT',
    spreadsheet_export: 'INSERT SELECT',
    spreadsheet_import: 'INSERT SELECT',
    sso_attempt: 'DELETE INSERT SELECT',
    sso_identity: 'DELETE INSERT SELECT UPDATE',
    staff: 'INSERT SELECT UPDATE',
  });
});
