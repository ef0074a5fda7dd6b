import pg from 'pg';
import { client } from './client.mjs';
import { HOLD_HEADER, HOLD_NOTE, holdOf, median, short, table, timed } from './figures.mjs';
import { memoryOf, withClinic } from './service.mjs';

/** What a clinic with so many courses waits for its figures, and where the time goes. */
export async function cohorts(built, { quick }) {
  const rows = [];
  for (const courses of quick ? [1000, 10_000] : [1000, 10_000, 100_000, 1_000_000]) {
    rows.push(await withClinic(built, (service, clinic) => cohortRow(built, service, clinic, courses)));
  }
  return `${table(HEADER, rows)}\n\n${NOTE} ${HOLD_NOTE}`;
}

const HEADER = [
  'courses',
  'first ms',
  'outcome ms',
  'after a change ms',
  'free dates ms',
  'dashboard ms',
  'unchanged ms',
  'statement ms',
  'adding up ms',
  'figures ms',
  ...HOLD_HEADER,
  'service MB',
];
const NOTE =
  'Medians. Over HTTP: the outcome of all courses, asked first, again, and after a course of one quarter changed; that of days which ' +
  'cut two quarters; the dashboard, which is the outcome with all of ' +
  'its charts, and the same where nothing changed since (304). In this process: the one statement of a cohort with the reading of ' +
  'its rows, adding them up, and from the tally to the figures. MB: memory of ' +
  'the service afterwards. 100,000 courses and more are made in SQL, without entries, which no cohort reads.';

async function cohortRow(built, service, clinic, courses) {
  return withParts(built, service, clinic, async ({ load, transactions, http }) => {
    if (courses >= 100_000) await madeInSql(service, clinic, courses);
    else {
      const { loadSynthetic } = await load('commands/sample/load-synthetic');
      const { clinicId, staffId } = clinic;
      await loadSynthetic(transactions, { clinicId, clinicianIds: [staffId, staffId, staffId] }, { courses });
    }
    await asOwner(service, (owner) => owner.query('VACUUM ANALYZE'));
    await service.longestHold();
    const over = await overHttp(http, courses > 10_000 ? 5 : 15);
    const hold = await service.longestHold();
    const within = await withinProcess(load, transactions, clinic, courses > 10_000 ? 3 : 15);
    const figures = [...over, ...within].map(short);
    return [courses.toLocaleString('en'), ...figures, ...holdOf(hold), short(memoryOf(service.pid, 'VmRSS'))];
  });
}

/** The service over HTTP, and its parts in this process on the same database, for as long as the work takes. */
export async function withParts(built, service, clinic, work) {
  const load = (path) => import(`${built}/src/${path}.js`);
  const { dataSourceOptions } = await load('database/data-source');
  const { DataSource } = await import('typeorm');
  const { TransactionService } = await load('database/transaction.service');
  const source = await new DataSource(dataSourceOptions({ url: service.databaseUrl, poolSize: 2 })).initialize();
  const http = client(service.url, { headers: clinic.headers });
  try {
    return await work({ load, transactions: new TransactionService(source, null), http });
  } finally {
    http.close();
    await source.destroy();
  }
}

/** The routes in turns, so that a disturbance of the machine falls on all alike. */
async function overHttp(http, times) {
  const { took: first } = await timed(() => http.json('GET', '/v1/cohorts/outcome'));
  const { id: patientId } = await http.json('POST', '/v1/patients', { status: 201, body: { chartNumber: 'Z-1' } });
  const course = { kind: 'induction', indication: 'depression', startedOn: '2024-10-01' };
  const { id } = await http.json('POST', `/v1/patients/${patientId}/courses`, { status: 201, body: course });
  let version = 1;
  let etag;
  const change = async () => {
    const headers = { 'if-match': `"${version}"` };
    const indication = version % 2 === 1 ? 'anxiety' : 'depression';
    await http.json('PATCH', `/v1/courses/${id}`, { headers, body: { indication } });
    version += 1;
  };
  const asks = [
    () => http.json('GET', '/v1/cohorts/outcome'),
    () => http.json('GET', '/v1/cohorts/outcome'),
    () => http.json('GET', '/v1/cohorts/outcome?from=2017-02-10&to=2024-05-20'),
    () => http.json('GET', '/v1/cohorts/dashboard'),
    () => http.send('GET', '/v1/cohorts/dashboard', { headers: { 'if-none-match': etag } }),
  ];
  const seen = async () => {
    etag = (await http.send('GET', '/v1/cohorts/dashboard')).headers.etag;
  };
  const before = [undefined, change, undefined, undefined, seen];
  return [first, ...(await settled(asks, times, before))];
}

async function withinProcess(load, transactions, { clinicId }, times) {
  const { CohortRepository } = await load('cohorts/cohort.repository');
  const { filterOf } = await load('cohorts/cohort-filter');
  const { tallyOfPacked } = await load('cohorts/packed-courses');
  const { cohortOfTally } = await load('domain/cohort/cohort');
  const { countedOutcome } = await load('domain/cohort/cohort-outcome');
  const repository = new CohortRepository();
  const today = new Date().toISOString().slice(0, 10);
  let packed;
  let tally;
  const steps = [
    async () => {
      packed = await transactions.run(clinicId, (transaction) => repository.packed(transaction, filterOf({}), today));
    },
    async () => {
      tally = await tallyOfPacked(packed);
    },
    async () => countedOutcome(cohortOfTally(tally)),
  ];
  return settled(steps, times);
}

/** The median of each, after a first time that warms up. @param before What is done before each, and not measured. */
export async function settled(works, times, before = []) {
  const took = works.map(() => []);
  for (let time = 0; time <= times; time += 1) {
    for (const [at, work] of works.entries()) {
      await before[at]?.();
      took[at].push((await timed(work)).took);
    }
  }
  return took.map(([_warmUp, ...rest]) => median(rest));
}

export async function asOwner({ ownerUrl }, work) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Ten years of courses that fall by some points at each infusion; a third of them stops. */
export async function madeInSql(service, { clinicId, staffId }, courses) {
  await asOwner(service, async (owner) => {
    await owner.query(
      `INSERT INTO patient (clinic_id, id, chart_number, chart_key, short_chart_key, version, created_at, changed_at, changed_by,
         request_id)
       SELECT $1, gen_random_uuid(), 'M-' || n, 'M' || n, 'M' || n, 1, now(), now(), $2, 'bench'
       FROM generate_series(1, $3::int) AS n`,
      [clinicId, staffId, courses],
    );
    await owner.query(
      `INSERT INTO course (clinic_id, id, patient_id, number, kind, indication, started_on, protocol, clinician_id, version,
         created_at, changed_at, changed_by, request_id, stopped_on, stopped_reason, last_entry_on, entries,
         score_1, score_2, score_3, score_4, score_5, score_6, days_to_infusion_6)
       SELECT $1, id, id, 1, 'induction', 'depression', day, '{0,3,7,10,14,17}', $2, 1, now(), now(), $2, 'bench',
         CASE WHEN stops < 7 THEN day + 20 END, CASE WHEN stops < 7 THEN 'cost' END, day + 17, 6,
         first, first * 0.9, CASE WHEN stops > 2 THEN first * 0.8 END, CASE WHEN stops > 3 THEN first * 0.7 END,
         CASE WHEN stops > 4 THEN first * 0.6 END, CASE WHEN stops > 6 THEN first * fall END,
         CASE WHEN stops > 6 THEN 17 END
       FROM (SELECT id, DATE '2015-01-01' + (random() * 3650)::int AS day, 20 + (random() * 44)::int AS first,
           (random() * 20)::int AS stops, random() AS fall
         FROM patient WHERE clinic_id = $1) AS made`,
      [clinicId, staffId],
    );
    await owner.query(
      `INSERT INTO course_change (clinic_id, quarter, id, changes)
       SELECT clinic_id, to_char(started_on, 'YYYY"-Q"Q'), gen_random_uuid(), count(*) FROM course WHERE clinic_id = $1 GROUP BY 1, 2`,
      [clinicId],
    );
  });
}
