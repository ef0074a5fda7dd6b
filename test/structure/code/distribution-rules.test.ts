import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { sources } from './sources.js';

/** Tables that belong to no clinic and are not distributed, and the row of the clinic itself. */
const GLOBAL =
  /\bFROM clinic WHERE id = \$1|\b(request_count|sign_in_failure|one_time_link|session|published_document|publication_slug)\b/;

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
  [
    'rows locked without their clinic',
    (text) =>
      /\bFOR\s+(NO\s+KEY\s+)?UPDATE\b/i.test(text) && !/\bclinic_id\s*=\s*\$\d/.test(text) && !GLOBAL.test(text),
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
