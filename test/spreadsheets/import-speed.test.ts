import { expect, test } from '@jest/globals';
import { testClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { COLUMNS, importReport, sheet, visit } from './spreadsheet.js';

const ROWS = 3000;

test('what a commit reads grows with its rows, and not with their square', async () => {
  const app = await testApp();
  try {
    const { director } = await testClinic(app);
    // The connection was used before the tables had rows, as that of a new clinic.
    await importReport(app, director, sheet(COLUMNS, visit('first', '2026-01-05', 40)), { commit: 'true' });
    const lines = Array.from({ length: ROWS }, (_, at) => visit(`P${at}`, '2026-01-05', 40));
    const report = await importReport(app, director, sheet(COLUMNS, ...lines), { commit: 'true' });
    expect(report).toMatchObject({ committed: true, coursesNew: ROWS });
    const read = await readByService(app);
    expect(read).toBeGreaterThan(ROWS);
    // A foreign key that is checked by a scan reads half of the square, 4,500,000; the first batch of 1,000 may be.
    expect(read).toBeLessThan(1_500_000);
  } finally {
    await app.close();
  }
});

test('after a large file the planner knows how many rows there are, without waiting for the server to count them', async () => {
  const app = await testApp();
  try {
    const { director } = await testClinic(app);
    const lines = Array.from({ length: 1000 }, (_, at) => visit(`P${at}`, '2026-01-05', 40));
    await importReport(app, director, sheet(COLUMNS, ...lines), { commit: 'true' });
    const known = await app.database.owner.query<{ relname: string; rows: number }[]>(KNOWN);
    // Each row is a patient, a course, and a score with its version; before they are counted it is -1 or what was there before.
    // The right to have them counted can be given from PostgreSQL 17 on; an older server counts when it gets to it.
    const [server] = await app.database.owner.query<{ version: number }[]>(VERSION);
    const rows: unknown = (server?.version ?? 0) < 170_000 ? expect.any(Number) : 1000;
    expect(Object.fromEntries(known.map((table) => [table.relname, table.rows]))).toEqual({
      assessment: rows,
      assessment_version: rows,
      course: rows,
      patient: rows,
    });
  } finally {
    await app.close();
  }
});

const VERSION = `SELECT current_setting('server_version_num')::int AS version`;
const KNOWN = `
  SELECT relname, reltuples::int AS rows FROM pg_class
  WHERE relname IN ('patient', 'course', 'assessment_version', 'assessment') ORDER BY relname`;

/** How many entries of indexes and rows of tables the service has read; connections report what they read when they end, those of a pooler too. */
async function readByService(app: TestApp): Promise<number> {
  const { database } = app;
  await app.stop();
  await database.service.destroy();
  const ask = async (text: string) => {
    const [row] = await database.owner.query<{ n: string }[]>(text);
    return Number(row?.n);
  };
  while ((await ask(OTHERS)) > 0) await new Promise((resolve) => setImmediate(resolve));
  return ask(READ);
}

const OTHERS = `
  SELECT count(pg_terminate_backend(pid)) AS n FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`;
const READ = `
  SELECT (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes)
    + (SELECT sum(seq_tup_read) FROM pg_stat_user_tables) AS n`;
