import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { sources } from './sources.js';

/** What a pooler in transaction mode would lose, or hand to the next client. */
const OF_A_SESSION: readonly [RegExp, string][] = [
  [/^\s*SET\s+(?!LOCAL\b|TRANSACTION\b|[\w"]+\s*=)/i, 'a setting of the session'],
  [/\bpg_(try_)?advisory_(un)?lock(_all|_shared)?\s*\(/i, 'a lock of the session'],
  [/\bset_config\s*\((?![^)]*,\s*true\s*\))/i, 'set_config for the session'],
  [/^\s*(UN)?LISTEN\b|^\s*NOTIFY\b|\bpg_notify\b/i, 'LISTEN and NOTIFY'],
  [/^\s*(PREPARE|DEALLOCATE|DISCARD\s+(?!PLANS))\b/i, 'a named statement'],
  [/\bWITH\s+HOLD\b/i, 'a cursor of the session'],
  [/\bCREATE\s+(GLOBAL\s+|LOCAL\s+)?TEMP(ORARY)?\b/i, 'a temporary table'],
];

// What restores a backup works on one connection of its own, in one transaction.
const ELSEWHERE = /^src\/(web|domain|database\/backup)\//;
const served = sources.filter(({ path }) => path.startsWith('src/') && !ELSEWHERE.test(path));

test('no statement needs a session', () => {
  const found = served.flatMap(({ path, tree }) =>
    textsOf(tree).flatMap((text) =>
      OF_A_SESSION.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${path}: ${what}: ${text.trim()}`),
    ),
  );
  expect(found).toEqual([]);
});

test('no connection has start-up options of its own', () => {
  const found = served.filter(({ tree }) => /\boptions:\s*[`'"]-c/.test(tree.text)).map(({ path }) => path);
  expect(found).toEqual([]);
});

test.each([
  'SET ROLE cudos_service',
  "SET app.clinic_id = 'x'",
  'SELECT pg_advisory_lock(1)',
  "SELECT set_config('app.clinic_id', $1, false)",
  'LISTEN withdrawn',
  'CREATE TEMP TABLE x (y int)',
])('%s would be found', (text) => {
  expect(OF_A_SESSION.some(([pattern]) => pattern.test(text))).toBe(true);
});

test.each(["SET LOCAL app.clinic_id = 'x'", 'SELECT pg_advisory_xact_lock(1)', 'SET TRANSACTION READ ONLY'])(
  '%s is of the transaction',
  (text) => {
    expect(OF_A_SESSION.some(([pattern]) => pattern.test(text))).toBe(false);
  },
);

function textsOf(tree: ts.SourceFile): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return texts;
}
