import pg from 'pg';
import { client } from './client.mjs';
import { HOLD_HEADER, HOLD_NOTE, holdOf, short, table, timed } from './figures.mjs';
import { memoryOf, withClinic } from './service.mjs';
import { spreadsheetOf } from './spreadsheet-file.mjs';

/** Imports and exports of a small and a large file, each by a fresh service on a fresh database. */
export async function spreadsheets(built, { quick }) {
  const rows = [];
  for (const courses of quick ? [2000, 5000] : [5000, 20_000]) {
    const file = await spreadsheetOf(built, courses);
    const work = (service, clinic) => fileRows(service, clinic, courses, file);
    rows.push(...(await withClinic(built, work, { heap: HEAP_IN_MB })));
  }
  return `${table(HEADER, rows)}\n\n${NOTE}`;
}

/** So small that memory shows what is kept, and not what nobody has cleared away yet. */
const HEAP_IN_MB = 96;
const HEADER = ['', 'rows a second', 'first tenth', 'last tenth', ...HOLD_HEADER, 'most memory so far MB'];
const NOTE =
  'A row is a course, of scores.csv a score. First and last tenth: rows a second at the beginning and at the end of ' +
  'the reading (dry run) or the writing (commit), which differ where the work grows with what is there already. ' +
  'Plain COPY: what PostgreSQL takes for the patients, courses, versions and scores of that commit, read from files of its ' +
  'own, without a check of ours. ' +
  `${HOLD_NOTE} ` +
  `Memory: the most that the service ever had by then, in a heap of ${HEAP_IN_MB} MB.`;

async function fileRows(service, { headers }, courses, file) {
  const http = client(service.url, { headers });
  const row = async (what, count, took, tenths = ['', '']) => {
    const name = `${what}, ${courses.toLocaleString('en')} courses`;
    const memory = memoryOf(service.pid, 'VmHWM');
    return [name, short((1000 * count) / took), ...tenths, ...holdOf(await service.longestHold()), short(memory)];
  };
  const rows = [['before any file', '', '', '', '', '', short(memoryOf(service.pid, 'VmHWM'))]];
  await service.longestHold();
  const dry = await upload(http, file, { commit: false });
  rows.push(await row('dry run', courses, dry.took, tenthsOf(dry.progress, 'checking')));
  const again = await upload(http, file, { commit: false });
  rows.push(await row('dry run again', courses, again.took, tenthsOf(again.progress, 'checking')));
  const commit = await upload(http, file, { commit: true });
  rows.push(await row('commit', courses, commit.took, tenthsOf(commit.progress, 'writing')));
  const recorded = await upload(http, file, { commit: false });
  rows.push(await row('dry run of what is recorded', courses, recorded.took, tenthsOf(recorded.progress, 'checking')));
  const exported = {};
  for (const name of ['courses.csv', 'scores.csv', 'courses.xlsx', 'scores.xlsx']) {
    const { took, lines } = await download(http, `/v1/exports/${name}`);
    // The rows of a workbook can't be counted on the way: those are the rows of its CSV.
    if (name.endsWith('.csv')) exported[name.slice(0, -4)] = lines - 1;
    rows.push(await row(`export ${name}`, exported[name.split('.')[0]], took));
  }
  http.close();
  rows.push(await row('plain COPY of the same rows', courses, await copied(service)));
  return rows;
}

const TABLES = ['patient', 'course', 'assessment_version', 'assessment'];

/** How long the database takes to copy what it has of these tables into empty ones, checks and foreign keys included. */
async function copied({ ownerUrl }) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const { rows } = await owner.query('SHOW data_directory');
  const fileOf = (table) => `'${rows[0].data_directory}/${table}.copy'`;
  for (const table of TABLES) await owner.query(`COPY ${table} TO ${fileOf(table)}`);
  await owner.query(`TRUNCATE ${TABLES.join(', ')} CASCADE`);
  const { took } = await timed(async () => {
    await owner.query('BEGIN');
    for (const table of TABLES) await owner.query(`COPY ${table} FROM ${fileOf(table)}`);
    await owner.query('COMMIT');
  });
  await owner.end();
  return took;
}

/** Sends a file, and notes when the service reports how far it has come. */
async function upload(http, body, { commit }) {
  const progress = [];
  let text = '';
  const onData = (part) => {
    const lines = (text + part).split('\n');
    text = lines.pop();
    for (const line of lines) progress.push({ ...JSON.parse(line), at: performance.now() });
  };
  const headers = { 'content-type': 'text/csv', accept: 'application/x-ndjson' };
  const path = `/v1/imports?commit=${commit}`;
  const { took } = await timed(() => http.send('POST', path, { body, headers, onData }));
  const { report } = progress.at(-1);
  if (report?.faultCount !== 0 || report.committed !== commit) {
    throw new Error(`The import was refused: ${JSON.stringify(progress.at(-1)).slice(0, 1000)}`);
  }
  return { took, progress };
}

/** Rows a second in the first and in the last tenth of a phase. */
function tenthsOf(progress, phase) {
  const steps = progress.filter((step) => step.progress?.phase === phase);
  const size = Math.max(1, Math.floor(steps.length / 10));
  return [steps.slice(0, size + 1), steps.slice(-size - 1)].map((part) => {
    const [from, to] = [part[0], part.at(-1)];
    const rows = to.progress.rowsRead - from.progress.rowsRead;
    return short((1000 * rows) / (to.at - from.at));
  });
}

async function download(http, path) {
  let lines = 0;
  const onData = (part) => {
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) lines += 1;
  };
  const { took } = await timed(() => http.send('GET', path, { onData }));
  return { took, lines };
}
