import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importCommand } from '../../src/commands/import.command.js';
import type { ImportReport } from '../../src/spreadsheets/importing/import-report.dto.js';
import { testClinic } from '../support/clinic.js';
import { scratchFolder } from '../support/process.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { HABITS } from '../spreadsheets/habits.js';
import { recordedCourses } from '../spreadsheets/spreadsheet.js';

let app: TestApp;
let folder: Awaited<ReturnType<typeof scratchFolder>>;
const said: string[] = [];

beforeAll(async () => {
  [app, folder] = await Promise.all([testApp(), scratchFolder()]);
});
afterAll(async () => {
  await app.close();
  await folder.remove();
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  // A file to be corrected ends a command with 2, and would end this process so.
  process.exitCode = undefined;
});

/** The command, on a service that runs already. */
async function imported(path: string, settings: Record<string, string>, ...words: string[]): Promise<ImportReport> {
  said.length = 0;
  const options = Object.entries(settings).flatMap(([name, value]) => {
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return value === 'true' ? [option] : [option, value];
  });
  await importCommand((run) => run(app.app)).parseAsync([path, '--json', ...options, ...words], { from: 'user' });
  return JSON.parse(said.join('\n')) as ImportReport;
}

test('what the clinic has said of its columns is used again, and forgotten where that is asked for', async () => {
  const clinic = await testClinic(app);
  const path = join(folder.path, 'said');
  const to = ['--clinic', clinic.name, '--commit'];
  await writeFile(path, 'ID no,When,Points\nP1,2026-03-02,40\n');
  await imported(path, { columns: 'chart_number,date_1,score_1' }, ...to);
  await writeFile(path, 'ID no,When,Points\nP2,2026-03-02,35\n');
  expect(await imported(path, {}, ...to)).toMatchObject({ meaningsBy: 'remembered', committed: true });
  await writeFile(path, 'ID no,When,Points\nP3,2026-03-02,30\n');
  const forgotten = await imported(path, { forgetColumns: 'true' }, ...to);
  expect(forgotten).toMatchObject({ meaningsBy: 'understood', committed: false });
});

describe('by the command line', () => {
  test.each(HABITS)('$name: read, or reported', async ({ file, settings = {}, stops, savedWith, courses = [] }) => {
    const clinic = await testClinic(app);
    const path = join(folder.path, 'scores');
    await writeFile(path, file);
    const first = await imported(path, settings, '--clinic', clinic.name, '--commit');
    const found = first.causes.filter(({ kind }) => kind === 'fault').map(({ rule }) => rule);
    expect([...new Set(found)].sort()).toEqual([...stops].sort());
    expect(process.exitCode ?? 0).toBe(stops.length === 0 ? 0 : 2);
    if (stops.length > 0) expect(await recordedCourses(clinic.director)).toEqual([]);
    if (savedWith === null) return;
    if (stops.length > 0) await imported(path, { ...settings, ...savedWith }, '--clinic', clinic.name, '--commit');
    expect(await recordedCourses(clinic.director)).toEqual(courses);
  });
});
