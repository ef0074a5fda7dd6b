import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { answer } from '../support/answer.js';
import { testClinic, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { importReport, sheet, upload } from './spreadsheet.js';

let app: TestApp;
let clinic: TestClinic;

beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  clinic = await testClinic(app);
});

const NAMES = 'ID no,When,Points';
const january = sheet(NAMES, 'P1,2026-01-05,40');
const february = sheet('Our patients', '', NAMES, 'P2,2026-02-05,35');
const columns = 'chart_number,date_1,score_1';

async function remembered(): Promise<{ id: string; headers: string[]; meanings: string[]; fileName: string }[]> {
  const { body } = await answer(clinic.director.get('/v1/imports/mappings').expect(200));
  return (body as { items: Awaited<ReturnType<typeof remembered>> }).items;
}

test('what columns mean is said once, and used for the next file with the same names', async () => {
  expect((await importReport(app, clinic.director, february)).causes).toMatchObject([{ rule: 'column-missing' }]);
  const said = await importReport(app, clinic.director, january, { columns, commit: 'true', fileName: 'january.csv' });
  expect(said).toMatchObject({ meaningsBy: 'stated', committed: true });
  expect(await remembered()).toMatchObject([
    { headers: NAMES.split(','), meanings: columns.split(','), fileName: 'january.csv' },
  ]);
  const next = await importReport(app, clinic.director, february, { commit: 'true' });
  expect(next).toMatchObject({ meaningsBy: 'remembered', committed: true, coursesNew: 1, headerRows: [3] });
});

test('a file is remembered by a name in which all is seen, and nothing turns it around', async () => {
  const fileName = 'january\u202evsc\u200b.exe';
  await importReport(app, clinic.director, january, { columns, commit: 'true', fileName });
  expect(await remembered()).toMatchObject([{ fileName: 'januaryvsc.exe' }]);
});

test('what is remembered is that of one clinic alone', async () => {
  await importReport(app, clinic.director, january, { columns, commit: 'true' });
  const look = (person: TestClinic['director']) =>
    upload(app, person, february).then(({ body }) => body as { meaningsBy: string });
  expect(await look(clinic.director)).toMatchObject({ meaningsBy: 'remembered' });
  const other = await testClinic(app);
  expect(await look(other.director)).toMatchObject({ meaningsBy: 'understood' });
});

test('what was said is forgotten when somebody asks for it', async () => {
  await importReport(app, clinic.director, january, { columns, commit: 'true' });
  const [mapping] = await remembered();
  await clinic.director.delete(`/v1/imports/mappings/${mapping?.id}`).expect(204);
  await clinic.director.delete(`/v1/imports/mappings/${mapping?.id}`).expect(404);
  expect(await importReport(app, clinic.director, february)).toMatchObject({ meaningsBy: 'understood' });
});

test('a check remembers nothing, nor does a commit that says what the headers say', async () => {
  await importReport(app, clinic.director, january, { columns });
  const plain = sheet('MRN,Date 1,Score 1', 'P1,2026-01-05,40');
  await importReport(app, clinic.director, plain, { columns, commit: 'true' });
  expect(await remembered()).toEqual([]);
});

test('names that mean something else now are said again', async () => {
  await importReport(app, clinic.director, january, { columns, commit: 'true' });
  const changed = sheet(NAMES, 'P3,2026-03-02,22', 'P4,2026-03-03,24');
  await importReport(app, clinic.director, changed, { columns: 'chart_number,started_on,score_1' });
  const again = { columns: 'chart_number,date_1,score_1', commit: 'true' };
  await importReport(app, clinic.director, changed, again);
  expect(await remembered()).toHaveLength(1);
});
