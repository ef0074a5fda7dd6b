import { asOwner, madeInSql, settled, withParts } from './cohorts.mjs';
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
  return withParts(built, service, clinic, async ({ load, transactions, http }) => {
    await madeInSql(service, clinic, courses);
    const other = await asOwner(service, async (owner) => {
      await owner.query('VACUUM ANALYZE');
      return duckdb(owner, clinic);
    });
    const steps = await stepsOf(load, transactions, clinic);
    let filter = 0;
    const asked = [() => http.json('GET', `/v1/cohorts/outcome?minimumBaseline=${(filter += 1)}`), ...steps];
    const today = new Date().toISOString().slice(0, 10);
    if (other) asked.push(() => other.ask(today));
    const [outcome, statement, domain, duck = NaN] = await settled(asked, TIMES);
    other?.close();
    const share = (part) => `${Math.round((100 * part) / outcome)} %`;
    return [
      courses.toLocaleString('en'),
      short(outcome),
      short(statement),
      share(statement),
      short(domain),
      share(domain),
      share(outcome - statement - domain),
      short(duck),
    ];
  });
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
