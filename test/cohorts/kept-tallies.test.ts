import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { filterOf } from '../../src/cohorts/cohort-filter.js';
import { CohortRepository } from '../../src/cohorts/cohort.repository.js';
import { KeptQuarters } from '../../src/courses/kept-quarters.js';
import { TallyReaderService } from '../../src/cohorts/tally-reader.service.js';
import { ClinicBaselinesService } from '../../src/courses/clinic-baselines.service.js';
import { changesOf, joinRows } from '../../src/courses/course-change.repository.js';
import { TransactionService } from '../../src/database/transaction.service.js';
import type { Sums } from '../../src/domain/cohort/tally/sums.js';
import { COLUMNS, importReport, sheet } from '../spreadsheets/spreadsheet.js';
import { testCourse, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { smallClinic } from './small-clinic.js';

let app: TestApp;
let clinic: TestClinic;
let transactions: TransactionService;
beforeAll(async () => {
  app = await testApp();
  transactions = app.app.get(TransactionService);
  clinic = await smallClinic(app);
});
afterAll(() => app.close());

const FILTERS = [{}, { period: '2025-Q2..2026-Q1' }, { from: '2025-01-15', to: '2026-02-10' }, { minimumBaseline: 25 }];

async function readBy(reader: TallyReaderService, today = '2026-03-20') {
  const read = await transactions.run(clinic.id, (transaction) =>
    reader.read(transaction, FILTERS.map(filterOf), today),
  );
  const tallies = await reader.tallies(read);
  const counted = tallies.map(
    (tally) => new Map([...tally].filter(([, { places, underWay }]) => places.length + underWay > 0)),
  );
  return { counted, baselines: read.baselines };
}

const shownOf = ([quarter, { values, endings, underWay }]: [string, Sums]) => [
  quarter,
  [...values],
  [...endings],
  underWay,
];

/** What one that keeps nothing reads. */
const readAnew = (today?: string) =>
  readBy(new TallyReaderService(transactions, new CohortRepository(), new ClinicBaselinesService()), today);
const kept = () => app.app.get(TallyReaderService, { strict: false });
const sumOf = (rows: { changes: string }[]) => rows.reduce((total, { changes }) => total + Number(changes), 0);

test('after each kind of write, and on another day, what is kept is what would be read anew', async () => {
  // So long ago that it is lost, and counted.
  const { courseId } = await testCourse(clinic.clinician, { startedOn: '2025-07-01' });
  const patch = (version: number, change: object) =>
    clinic.clinician.patch(`/v1/courses/${courseId}`, change).set('If-Match', `"${version}"`).expect(200);
  const again = { total: 41, assessedOn: '2025-07-01', amendmentReason: 'typed wrong' };
  const address = `/v1/courses/${courseId}/assessments/infusion-1`;
  const writes: (() => PromiseLike<unknown>)[] = [
    () => testCourse(clinic.clinician, { startedOn: '2024-05-05' }),
    () => clinic.clinician.score(courseId, 'infusion-1', 40, '2025-07-01').expect(201),
    () => clinic.clinician.put(address, again).set('If-Match', '"1"').expect(200),
    () => clinic.clinician.score(courseId, 'infusion-2', 20, '2025-07-04').expect(201),
    () => patch(1, { startedOn: '2025-06-30' }),
    () => patch(2, { stopped: { on: '2025-07-06', reason: 'cost' } }),
    () =>
      importReport(app, clinic.director, sheet(COLUMNS, 'NEW,2025-02-06,40,2025-02-09,34,,,,,,,,,'), {
        commit: 'true',
      }),
  ];
  const seen = new Set<string>();
  for (const write of writes) {
    await readBy(kept());
    await write();
    const now = await readBy(kept());
    expect(now).toEqual(await readAnew());
    seen.add(JSON.stringify([...(now.counted[0] ?? [])].map(shownOf)));
  }
  // Each of them changed what is counted.
  expect(seen.size).toBe(writes.length);
  expect(await readBy(kept(), '2027-01-01')).toEqual(await readAnew('2027-01-01'));
  expect(await readBy(kept())).toEqual(await readAnew());
});

test('nothing that is kept is out of date, whoever writes while it is read', async () => {
  const courses = await Promise.all(
    ['2025-01-05', '2025-04-05', '2025-04-06', '2026-01-05'].map((startedOn) =>
      testCourse(clinic.clinician, { startedOn }),
    ),
  );
  const writing = courses.flatMap(({ courseId }, at) =>
    [1, 2, 3].map((infusion) => {
      const day = ['2025-01-0', '2025-04-0', '2025-04-0', '2026-01-0'][at] ?? '';
      return clinic.clinician.score(courseId, `infusion-${infusion}`, 30 + infusion, `${day}${5 + infusion}`);
    }),
  );
  const reading = Array.from({ length: 12 }, () => readBy(kept()));
  const statuses = (await Promise.all(writing)).map(({ status }) => status);
  await Promise.all(reading);
  expect(statuses).toContain(201);
  expect(await readBy(kept())).toEqual(await readAnew());
});

test('rows that say how often courses changed are joined without a change being lost', async () => {
  const read = () => transactions.run(clinic.id, changesOf);
  const before = sumOf(await read());
  const { courseId } = await testCourse(clinic.clinician, { startedOn: '2026-03-02' });
  const quarters = (await read()).map(({ quarter }) => quarter);
  const join = () => transactions.run(clinic.id, (transaction) => joinRows(transaction, quarters));
  await Promise.all([join(), clinic.clinician.score(courseId, 'infusion-1', 40, '2026-03-02').expect(201), join()]);
  await join();
  expect(sumOf(await read())).toBe(before + 2);
  const [{ rows } = { rows: 0 }] = await app.database.owner.query<{ rows: number }[]>(
    'SELECT count(*)::int AS rows FROM course_change WHERE clinic_id = $1',
    [clinic.id],
  );
  expect(rows).toBe(quarters.length);
});

test('whole quarters are kept while nothing changes, those that a period cuts are read each time', () => {
  const quarters = new KeptQuarters<object>(100, () => 1);
  const changes = new Map(['2025-Q1', '2025-Q2', '2025-Q4', '2026-Q1'].map((quarter) => [quarter, '1']));
  const all = { from: null, to: null };
  const [first] = [quarters.plan('q', changes, all)];
  expect(first.toRead).toEqual([{ from: '2025-01-01', to: '2026-03-31' }]);
  quarters.keep('q', changes, first.toRead, new Map([['2025-Q1', { of: 'Q1' }]]), {});
  expect(quarters.plan('q', changes, all).toRead).toEqual([]);
  expect(quarters.plan('q', changes, all).kept.get('2025-Q1')).toEqual({ of: 'Q1' });
  expect(quarters.plan('another', changes, all).toRead).toHaveLength(1);
  const cut = { from: '2025-02-01', to: '2026-03-30' };
  expect(quarters.plan('q', changes, cut).toRead).toEqual([
    { from: '2025-02-01', to: '2025-03-31' },
    { from: '2026-01-01', to: '2026-03-30' },
  ]);
  expect(quarters.plan('q', new Map([...changes, ['2025-Q2', '2']]), all).toRead).toEqual([
    { from: '2025-04-01', to: '2025-06-30' },
  ]);
});
