import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { apiDocument } from '../../../src/http/api-document.js';
import { answer } from '../../support/answer.js';
import { testClinic, testCourse, type TestClinic } from '../../support/clinic.js';
import { testApp, type TestApp } from '../../support/test-app.js';
import { testToken } from '../../support/tokens.js';

const README = readFileSync(new URL('../../../src/staff/tokens/README.md', import.meta.url), 'utf8');

let app: TestApp;
let clinic: TestClinic;
let chartNumber: string;
let courseId: string;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
  ({ chartNumber, courseId } = await testCourse(clinic.clinician));
});
afterAll(() => app.close());

/** The program of a language, as the page shows it. */
function recipe(language: string): string {
  const [, program] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(README) ?? [];
  if (!program) throw new Error(`The page has no recipe in ${language}.`);
  return program;
}

/** What a program prints that is given a token. */
async function run(command: string, args: readonly string[], token: string, input = ''): Promise<string> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, CUDOS_URL: app.url, CUDOS_TOKEN: token };
  const child = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect([await ended, complained]).toEqual([0, '']);
  return said;
}

test('the recipe for Python records scores, and the same lines again change nothing', async () => {
  const { token, accountId } = await testToken(clinic.director, ['scores:write']);
  const lines = `${chartNumber},infusion-1,2026-03-02,35\n${chartNumber},infusion-2,2026-03-05,70\nnobody,infusion-1,2026-03-02,35\n`;
  const first = await run('python3', ['-c', recipe('python')], token, lines);
  expect(first.split('\n')).toEqual([
    `${chartNumber} infusion-1 recorded`,
    expect.stringContaining('70 is above 64'),
    'nobody is no chart number',
    '',
  ]);
  const again = await run('python3', ['-c', recipe('python')], token, lines);
  expect(again).toBe(first);
  const changed = `${chartNumber},infusion-1,2026-03-02,36\n`;
  expect(await run('python3', ['-c', recipe('python')], token, changed)).toBe(
    `${chartNumber} infusion-1 has another entry\n`,
  );
  const { body } = await answer(clinic.clinician.get(`/v1/courses/${courseId}/assessments/infusion-1`).expect(200));
  expect(body).toMatchObject({ total: 35, version: 1, recordedBy: accountId });
});

test('the recipe for curl shows a table, and says why where the token has not the scope', async () => {
  const { token } = await testToken(clinic.director, ['outcomes:read']);
  const table = await run('sh', ['-c', recipe('sh')], token);
  const { text: shown } = await answer(clinic.director.get('/v1/cohorts/charts/mean-scores.csv?kind=induction'));
  expect(table).toBe(shown);
  const other = await testToken(clinic.director, ['scores:write']);
  const command = `${recipe('sh')} 2>/dev/null; true`.replace('\n 2>', ' 2>');
  expect(await run('sh', ['-c', command], other.token)).toContain('The token has not the scope outcomes:read.');
});

const hasR = spawnSync('Rscript', ['-e', 'library(jsonlite)']).status === 0;

(hasR ? test : test.skip)('the recipe for R has every figure', async () => {
  const { token } = await testToken(clinic.director, ['outcomes:read']);
  const printed = await run('Rscript', ['-e', recipe('r')], token);
  const { body } = await answer(clinic.director.get('/v1/cohorts/outcome?kind=induction').expect(200));
  const { figures } = body as { figures: { name: string }[] };
  for (const { name } of figures) expect(printed).toContain(name);
});

test('the recipe for Power Query asks for an address and for columns that are there', () => {
  const program = recipe('powerquery');
  const [, path = ''] = /RelativePath = "(.*?)"/.exec(program) ?? [];
  const [, columns = ''] = /Answer\[figures\], \{(.*?)\}/.exec(program) ?? [];
  const document = JSON.parse(readFileSync(apiDocument, 'utf8')) as {
    paths: Record<string, object>;
    components: { schemas: Record<string, { properties: object }> };
  };
  expect(Object.keys(document.paths)).toContain(`/${path}`);
  const known = Object.keys(document.components.schemas.Figure?.properties ?? {});
  expect(known).toEqual(expect.arrayContaining(JSON.parse(`[${columns}]`) as string[]));
});
