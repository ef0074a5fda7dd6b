import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { sources } from './sources.js';

/** The tables that migrations name in this way. */
const tablesOf = (pattern: RegExp) =>
  new Set(
    sources.flatMap(({ path, tree }) =>
      path.startsWith('migrations/') ? [...tree.text.matchAll(pattern)].map(([, name = '']) => name) : [],
    ),
  );

/** Tables that are distributed by clinic. */
const TENANT = tablesOf(/tenantTable\(runner, '(\w+)'\)/g);
/** Tables that belong to no clinic and are not distributed; of the clinics' own each node has the whole. */
const ALONE = [...tablesOf(/CREATE (?:UNLOGGED )?TABLE (\w+)/g)].filter(
  (name) => name !== 'clinic' && !TENANT.has(name),
);
const GLOBAL = new RegExp(`\\b(${ALONE.join('|')})\\b`);
/** A table that a statement reads beside its first: joined, or looked into. */
const BESIDE =
  /\b(?:JOIN|EXISTS\s*\(\s*SELECT\s+\S+\s+FROM|\(\s*SELECT\s+[\w.]+\s+FROM)\s+(\w+)(?:\s+(?:AS\s+)?(?!(?:ON|WHERE|SET)\b)(\w+))?/gi;

/** Is a table of clinics read beside another without being told the clinic itself? A node knows of parameters, not of other rows. */
function readsBesideWithoutClinic(text: string): boolean {
  return [...text.matchAll(BESIDE)].some(([, table = '', alias = table]) => {
    const told = new RegExp(
      `(?<!\\.)\\b(?:${alias}\\.)?(?:clinic_id|clinicId)\\s*=\\s*(?:\\$\\d|:clinicId|\\$\\{clinic\\})`,
    );
    return TENANT.has(table) && !told.test(text);
  });
}

/** What writes in a part of a statement, by the name of the part. */
const WRITTEN = /\b(\w+)\s+AS\s*\(\s*(?:INSERT|UPDATE|DELETE)\b/gi;
const writtenIn = (text: string) => [...text.matchAll(WRITTEN)].map(([, name = '']) => name);

/** Is what one part of a statement wrote inserted by its end, which returns nothing? */
function insertsWrittenWithoutReturning(text: string): boolean {
  return writtenIn(text).some((name) => {
    const inserted = new RegExp(`\\bINSERT\\s+INTO\\b[^;]*\\bFROM\\s+${name}\\b([^;]*)$`, 'i').exec(text);
    return inserted !== null && !/\bRETURNING\b/i.test(inserted[1] ?? '');
  });
}

/** Is it inserted by another part? */
function insertsWrittenInPart(text: string): boolean {
  const inPart = String.raw`\bAS\s*\(\s*INSERT\s+INTO\s+\w+\s*\([^)]*\)\s*SELECT\b(?:(?!\bINSERT\s+INTO\b)[\s\S])*?\bFROM\s+`;
  return writtenIn(text).some((name) => new RegExp(`${inPart}${name}\\b`, 'i').test(text));
}

/** Is a table of no clinic changed by what a table of clinics has? */
function changesGlobalByTenant(text: string): boolean {
  const [, changed = ''] = /^\W*(?:UPDATE|DELETE\s+FROM|INSERT\s+INTO)\s+(\w+)/i.exec(text) ?? [];
  const read = [...text.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/gi)].map(([, name = '']) => name);
  return GLOBAL.test(changed) && read.some((name) => TENANT.has(name));
}

/** Statements that PostgreSQL takes and Citus, distributed by clinic, refuses. */
const REFUSED: readonly [what: string, isRefused: (statement: string) => boolean][] = [
  ['a sub-select in RETURNING', (text) => /\bRETURNING\s*\(\s*SELECT\b/i.test(text)],
  [
    'rows made of a parameter, inserted under forced row-level security without RETURNING a column',
    (text) =>
      /\bINSERT\s+INTO\b[\s\S]*\bSELECT\b[\s\S]*\bFROM\s+(unnest|jsonb_to_recordset|jsonb_array_elements)\b/i.test(
        text,
      ) && !/\bRETURNING\b/i.test(text),
  ],
  ['rows of what was written before, inserted under it without RETURNING a column', insertsWrittenWithoutReturning],
  ['a part that inserts what another one wrote, which is sent to every node', insertsWrittenInPart],
  [
    'a change of a table of no clinic that looks into one of clinics, and can change nothing without an error',
    changesGlobalByTenant,
  ],
  [
    'a function in DO UPDATE SET that is not immutable',
    (text) =>
      /\bDO\s+UPDATE\s+SET\b[^;]*\b(convert_to|now|clock_timestamp|to_char|gen_random_uuid)\s*\(/i.test(text) &&
      !GLOBAL.test(text),
  ],
  [
    'a clinic that is that of another row only',
    (text) => /\bclinic_id\s*=\s*\w+\.clinic_id\b/.test(text) && !GLOBAL.test(text),
  ],
  ['a table of clinics read beside another without a clinic of its own', readsBesideWithoutClinic],
  [
    'rows locked without their clinic',
    (text) =>
      /\bFOR\s+(NO\s+KEY\s+)?UPDATE\b/i.test(text) && !/\bclinic_id\s*=\s*\$\d/.test(text) && !GLOBAL.test(text),
  ],
  [
    'a lock on the row of a clinic, which every node has',
    (text) => /\bFROM\s+clinic\b[^)]*\bFOR\s+(NO\s+KEY\s+)?UPDATE\b(?!\s+OF)/i.test(text),
  ],
  [
    'a sum that depends on the order of the rows',
    (text) =>
      /\b(avg|stddev\w*|var_\w+|variance|corr|covar_\w+|regr_\w+)\s*\(/i.test(text) ||
      /\bsum\s*\([^()]*::(float|double|real|numeric)/i.test(text),
  ],
];

test('no statement is one that is refused where tables are distributed by clinic', () => {
  const found = sources
    .filter(({ path }) => path.endsWith('.repository.ts'))
    .flatMap(({ path, tree }) =>
      statementsOf(tree).flatMap((text) =>
        REFUSED.filter(([, isRefused]) => isRefused(text)).map(([what]) => `${path}: ${what}`),
      ),
    );
  expect(found).toEqual([]);
});

test.each([
  'INSERT INTO patient (clinic_id, id) SELECT $1, id FROM unnest($2::uuid[]) AS added (id)',
  'INSERT INTO course (id) VALUES ($1) RETURNING (SELECT id FROM patient)',
  'SELECT id FROM course WHERE id = $1 FOR UPDATE',
  'WITH gone AS (DELETE FROM course WHERE clinic_id = $1 RETURNING id) INSERT INTO course (id) SELECT id FROM gone',
  'WITH a AS (INSERT INTO course (id) VALUES ($1) RETURNING id), b AS (INSERT INTO assessment (id) SELECT id FROM a) SELECT 1',
  'UPDATE session SET enrolling = true WHERE clinic_id = $1 AND staff_id NOT IN (SELECT staff_id FROM staff WHERE clinic_id = $1)',
  'DELETE FROM passkey_challenge WHERE staff_id IN (SELECT staff_id FROM passkey WHERE clinic_id = $1)',
  'INSERT INTO audit_chain (hash) VALUES ($1) ON CONFLICT (clinic_id) DO UPDATE SET hash = convert_to($1)',
  'SELECT id FROM clinic WHERE id = $1 FOR NO KEY UPDATE',
  'SELECT avg(score_1) FROM course WHERE clinic_id = $1',
  'SELECT sum(score_1::float8) FROM course WHERE clinic_id = $1',
  'SELECT c.id FROM course c JOIN patient p ON p.id = c.patient_id WHERE c.clinic_id = $1',
  'SELECT c.id FROM course c JOIN patient p ON p.clinic_id = c.clinic_id AND p.id = c.patient_id WHERE c.clinic_id = $1',
  'SELECT c.id FROM course c WHERE c.clinic_id = $1 AND EXISTS (SELECT 1 FROM assessment a WHERE a.course_id = c.id)',
])('%s would be found', (text) => {
  expect(REFUSED.some(([, isRefused]) => isRefused(text))).toBe(true);
});

function statementsOf(tree: ts.SourceFile): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) texts.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return texts;
}

test('a statement that tells every table its clinic is taken', () => {
  const joined = 'JOIN patient p ON p.clinic_id = $1 AND p.id = c.patient_id WHERE c.clinic_id = $1';
  const text = `SELECT c.id FROM course c ${joined} AND NOT EXISTS (SELECT 1 FROM assessment a WHERE a.clinic_id = $1)`;
  expect(REFUSED.filter(([, isRefused]) => isRefused(text))).toEqual([]);
});

test('the tables of clinics are known', () => {
  expect([...TENANT]).toEqual(expect.arrayContaining(['staff', 'patient', 'course', 'assessment', 'publication']));
  expect(ALONE).toEqual(expect.arrayContaining(['session', 'passkey_challenge', 'api_token_secret', 'sign_in_name']));
});

test('migrations since tables can be spread send one command at a time', () => {
  const found = sources
    .filter(({ path }) => /^migrations\/\d+/.test(path) && path.slice('migrations/'.length) > '1795305600053')
    .flatMap(({ path, tree }) =>
      statementsOf(tree)
        .filter((text) => /;\s*[A-Z]/.test(text))
        .map((text) => `${path}: ${text}`),
    );
  expect(found).toEqual([]);
});
