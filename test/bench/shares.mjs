import { client } from './client.mjs';
import { asOwner, madeInSql, settled } from './cohorts.mjs';
import { duckdb } from './duckdb.mjs';
import { short, table } from './figures.mjs';
import { withClinic } from './service.mjs';

const TIMES = 9;

/** Of what the time of a question about a cohort is made, where nothing of it is kept. */
export async function shares(built, { quick }) {
  const rows = [];
  for (const courses of quick ? [10_000] : [10_000, 100_000]) {
    rows.push(await withClinic(built, (service, clinic) => sharesRow(built, service, clinic, courses)));
  }
  return `${table(HEADER, rows)}\n\n${NOTE}`;
}

const HEADER = [
  'courses',
  'outcome ms',
  'statement ms',
  'of it',
  'domain ms',
  'of it',
  'HTTP and the rest',
  'DuckDB ms',
];
const NOTE =
  'Medians. An outcome over HTTP with a filter that was not asked before, so that every course is read; the one statement with the reading of its rows; ' +
  'from the rows to the figures, the model-based estimate among them; what is left is HTTP, the session, two small statements and the ' +
  'way to a thread. DuckDB: the same statement over the same rows in its memory, in this process (a dash where it is not installed: ' +
  '`npm i --no-save @duckdb/node-api`).';

async function sharesRow(built, service, clinic, courses) {
  const load = (path) => import(`${built}/src/${path}.js`);
  const { dataSourceOptions } = await load('database/data-source');
  const { DataSource } = await import('typeorm');
  const { TransactionService } = await load('database/transaction.service');
  const source = await new DataSource(dataSourceOptions({ url: service.databaseUrl, poolSize: 2 })).initialize();
  const http = client(service.url, { headers: clinic.headers });
  try {
    await madeInSql(service, clinic, courses);
    const other = await asOwner(service, async (owner) => {
      await owner.query('VACUUM ANALYZE');
      return duckdb(owner, clinic);
    });
    const steps = await stepsOf(load, new TransactionService(source, null), clinic);
    const asked = [() => http.json('GET', `/v1/cohorts/outcome?minimumBaseline=${(filter += 1)}`), ...steps];
    const today = new Date().toISOString().slice(0, 10);
    if (other) asked.push(() => other.ask(today));
    let filter = 0;
    const [outcome, statement, domain, duck = NaN] = await settled(asked, TIMES);
    other?.close();
    const share = (part) => `${Math.round((100 * part) / outcome)} %`;
    const left = share(outcome - statement - domain);
    return [
      courses.toLocaleString('en'),
      short(outcome),
      short(statement),
      share(statement),
      short(domain),
      share(domain),
      left,
      short(duck),
    ];
  } finally {
    http.close();
    await source.destroy();
  }
}

async function stepsOf(load, transactions, { clinicId }) {
  const { CohortRepository } = await load('cohorts/cohort.repository');
  const { filterOf } = await load('cohorts/cohort-filter');
  const { tallyOfPacked } = await load('cohorts/packed-courses');
  const { cohortFigures } = await load('cohorts/cohort-figures');
  const { NO_BASELINES } = await load('domain/course/judgement/reliable-change');
  const repository = new CohortRepository();
  const today = new Date().toISOString().slice(0, 10);
  let packed;
  return [
    async () => {
      const filter = filterOf({ minimumBaseline: 1 });
      packed = await transactions.run(clinicId, (transaction) => repository.packed(transaction, filter, today));
    },
    async () => {
      const tally = await tallyOfPacked(packed);
      cohortFigures({ tally, baselines: NO_BASELINES, model: true, charts: [] });
    },
  ];
}
