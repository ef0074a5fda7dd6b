import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command } from '../support/command.js';
import { workbook } from '../support/workbook.js';
import { scratchFolder, ServiceProcess, type Ended } from '../support/process.js';

const CSV = [
  'chart_number,date_1,score_1,date_6,score_6,stopped_reason',
  'A1,2026-01-05,40,2026-01-22,10,',
  'A2,2026-01-05,20,2026-01-22,12,',
  'A3,2026-01-05,30,2026-01-22,9,',
  'A4,2026-01-05,50,2026-01-22,30,',
  'A5,2026-01-05,10,2026-01-22,1,',
].join('\n');

/** One data directory for all but what is about an empty one. */
let folder: Awaited<ReturnType<typeof scratchFolder>>;
let riverside: Ended;
beforeAll(async () => {
  folder = await scratchFolder();
  riverside = await cudos('import', await file(CSV), '--clinic', 'Riverside', '--commit');
});
afterAll(() => folder.remove());

const settings = (data: string) => ({ DATA_DIR: join(folder.path, data) });
const on = (data: string, ...words: string[]): Promise<Ended> => command(words, settings(data));
const inItsProcess = (data: string, ...words: string[]): Promise<Ended> =>
  new ServiceProcess('commands/cudos', words, settings(data)).ended();
const cudos = (...words: string[]): Promise<Ended> => on('data', ...words);

async function file(text: string): Promise<string> {
  const path = join(folder.path, 'scores.csv');
  await writeFile(path, text);
  return path;
}

interface Figures {
  ladder: { courses: number };
  completers: {
    reduction: { mean: number };
    percentReductionOfMeans: number;
    response: { count: number; n: number };
  };
}

test('a spreadsheet imported on an empty folder gives the figures of the hand check', async () => {
  expect(riverside).toMatchObject({ code: 0 });
  expect(riverside.output).toContain('Saved.');
  const { output } = await cudos('cohort', '--json');
  const { ladder, completers } = JSON.parse(output) as Figures;
  expect(ladder.courses).toBe(5);
  // Reductions 30, 8, 21, 20, 9 (mean 17.6); means 30 -> 12.4, that is 58.667 %; 40, 30 and 10 fell by half or more.
  expect(completers.reduction.mean).toBeCloseTo(17.6, 9);
  expect(completers.percentReductionOfMeans).toBeCloseTo(100 * (17.6 / 30), 9);
  expect(completers.response).toMatchObject({ count: 3, n: 5 });
  const again = await cudos('import', await file(CSV), '--commit');
  expect(again.output).toBe('This file was imported before. Nothing was changed.\n');
});

test('a check saves nothing, not even the clinic', async () => {
  const checked = await on('empty', 'import', await file(CSV), '--clinic', 'Riverside');
  expect(checked).toMatchObject({ code: 0 });
  expect(checked.output).toContain('Only checked; --commit saves it.');
  expect(await on('empty', 'cohort')).toMatchObject({ code: 2, errors: 'There is no clinic yet.\n' });
});

test('one patient with one course is reported in the singular', async () => {
  const path = await file('chart,date 1,score 1\nA9,2026-01-05,40');
  const { output } = await cudos('import', path, '--clinic', 'Riverside');
  expect(output).toContain('1 row, 0 with faults\n1 patient new\n1 course new, 0 extended');
  expect(output).toContain('1 visit new, with a score or as missed');
});

test('a file with faults saves nothing, names them all, and gives the rows back', async () => {
  const path = await file(CSV.replace(',40,', ',68,').replace('2026-01-22,9', '22/01/2026,9'));
  const failed = join(folder.path, 'failed.csv');
  const words = ['--clinic', 'Lakeside', '--commit', '--failed-rows', failed];
  const { code, output, errors } = await cudos('import', path, ...words);
  expect(code).toBe(2);
  expect(errors).toMatch(/^row 2, score_1 \("68"\): .*64/m);
  expect(errors).toMatch(/^row 4, date_6 \("22\/01\/2026"\): /m);
  expect(output).toContain('5 rows, 2 with faults');
  const lines = (await readFile(failed, 'utf8')).trim().split('\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual(['chart_number', 'A1', 'A3']);
  expect(await cudos('cohort', '--clinic', 'Lakeside')).toMatchObject({ code: 2 });
});

test('a workbook is imported with what is said of its sheet, columns and numbers, and what is accepted', async () => {
  const rows = {
    4: ['Akte', 'Tag 0', 'Wert 0', 'Note'],
    5: ['A1', { day: 46027 }, 40, 'x'],
    6: ['A2', { day: 46027 }, 'no show', ''],
  };
  const path = join(folder.path, 'scores.xlsx');
  await writeFile(path, workbook({ Old: { 1: ['MRN', 'Score 1'] }, Scores: rows }));
  const how = [
    '--sheet',
    'Scores',
    '--header-row',
    '4',
    '--columns',
    'chart_number,date_1,score_1,',
    '--clinic',
    'Seaside',
  ];
  const refused = await cudos('import', path, ...how, '--commit');
  expect(refused).toMatchObject({ code: 2 });
  expect(refused.errors).toContain('--accept score-missed');
  expect(refused.errors).toContain('Not read: Note (1 cell).');
  const accepted = await cudos('import', path, ...how, '--commit', '--accept', 'score-missed');
  expect(accepted).toMatchObject({ code: 0 });
  expect(accepted.output).toContain('Saved.');
});

test('what is exported and imported elsewhere gives the same figures', async () => {
  const figures = async (clinic: string) => {
    const { output } = await cudos('cohort', '--json', '--clinic', clinic);
    return { ...(JSON.parse(output) as Figures), asOf: null };
  };
  const expected = await figures('Riverside');
  for (const name of ['copy.csv', 'copy.xlsx']) {
    const copy = join(folder.path, name);
    expect(await cudos('export', '--clinic', 'Riverside', '--output', copy)).toMatchObject({ code: 0 });
    await cudos('import', copy, '--clinic', name, '--commit');
    expect(await figures(name)).toEqual(expected);
  }
});

test('a director is invited from the command line, and the link is printed', async () => {
  const person = ['--clinic', 'Riverside', '--name', 'Dana', '--email', 'Dana@Example.org', '--role', 'director'];
  const invited = await cudos('staff', 'invite', ...person);
  expect(invited.output).toMatch(/^http:\/\/localhost:3000\/invitation#[\w-]{43}\n$/);
  const { output } = await cudos('staff', 'list', '--clinic', 'Riverside');
  expect(output).toBe('dana@example.org\tdirector\tinvited\tDana\n');
});

test.each([
  [['--help'], 0],
  [['import', '--help'], 0],
  [['frobnicate'], 2],
  [['import'], 2],
  [['import', '/no/such/file.csv', '--clinic', 'X'], 2],
  [['import', '/', '--clinic', 'X'], 2],
  [['import', 'package.json', '--clinic', 'x'.repeat(121)], 2],
  [['import', 'package.json', '--clinic', ''], 2],
  [['cohort', '--period', '2025-Q5'], 2],
  [['staff', 'invite', '--name', 'X', '--email', 'x', '--role', 'boss'], 2],
])('cudos %j ends with %d', async (words, code) => {
  expect(await cudos(...words)).toMatchObject({ code });
});

test('a file that is there already is never written over, and said so in a sentence', async () => {
  const path = await file(CSV);
  for (const words of [
    ['export', '--clinic', 'Riverside', '--output', path],
    ['import', path, '--clinic', 'Riverside', '--failed-rows', path],
  ]) {
    const errors = `There is a file ${path} already; name a new one.\n`;
    expect(await cudos(...words)).toMatchObject({ code: 2, errors });
  }
  expect(await readFile(path, 'utf8')).toBe(CSV);
});

test('commands at once on an empty folder take nothing from each other', async () => {
  const path = await file(CSV);
  const names = ['Riverside', 'Lakeside', 'Seaside'];
  const imports = await Promise.all(
    names.map((name) => inItsProcess('at-once', 'import', path, '--clinic', name, '--commit')),
  );
  // What takes over five seconds says how far it is.
  const faults = imports.map(({ code, errors }) => [code, errors.replaceAll(/^(checking|writing) .* %\n/gm, '')]);
  expect(faults).toEqual(names.map(() => [0, '']));
});

test('a command works beside a running service', async () => {
  const service = new ServiceProcess('main', [], { ...settings('served'), PORT: '0' });
  try {
    await service.says(/Serving/);
    const imported = await inItsProcess('served', 'import', await file(CSV), '--clinic', 'Riverside', '--commit');
    expect(imported).toMatchObject({ code: 0 });
    expect((await inItsProcess('served', 'cohort')).output).toContain('60.0 % (3 of 5, ');
  } finally {
    service.kill('SIGTERM');
    expect((await service.ended()).code).toBe(0);
  }
});
