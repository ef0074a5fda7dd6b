import pg from 'pg';
import { client } from './client.mjs';
import { median, short, table, timed } from './figures.mjs';
import { memoryOf, withClinic } from './service.mjs';

/** What a clinic with so many courses waits for its figures, and where the time goes. */
export async function cohorts(built, { quick }) {
  const rows = [];
  for (const courses of quick ? [1000, 10_000] : [1000, 10_000, 100_000]) {
    rows.push(await withClinic(built, (service, clinic) => cohortRow(built, service, clinic, courses)));
  }
  return `${table(HEADER, rows)}\n\n${NOTE}`;
}

const HEADER = ['courses', 'outcome ms', 'chart ms', 'statement ms', 'domain ms', 'service MB'];
const NOTE =
  'Medians. Outcome and the chart of the trajectory: over HTTP. Statement: the one statement of a cohort and the reading ' +
  'of its rows; domain: from rows to figures; both in this process, with their shares of the two together. MB: memory ' +
  'of the service after these requests.';

async function cohortRow(built, service, clinic, courses) {
  const { dataSourceOptions } = await import(`${built}/src/database/data-source.js`);
  const { DataSource } = await import('typeorm');
  const { TransactionService } = await import(`${built}/src/database/transaction.service.js`);
  const { loadSynthetic } = await import(`${built}/src/commands/sample/load-synthetic.js`);
  const { CohortRepository } = await import(`${built}/src/cohorts/cohort.repository.js`);
  const { CohortService } = await import(`${built}/src/cohorts/cohort.service.js`);
  const source = await new DataSource(dataSourceOptions({ url: service.databaseUrl, poolSize: 2 })).initialize();
  const http = client(service.url, { headers: clinic.headers });
  try {
    const { clinicId, staffId } = clinic;
    const transactions = new TransactionService(source, null);
    const clinicianIds = [staffId, staffId, staffId];
    await loadSynthetic(transactions, { clinicId, clinicianIds }, { courses });
    await analyze(service);
    const { outcome, chart, statement, domain } = await inTurns(courses > 10_000 ? 3 : 15, {
      get: (path) => http.json('GET', `/v1/cohorts/${path}`),
      repository: new CohortRepository(),
      outcomeBy: (repository) => new CohortService(transactions, repository).outcome({ clinicId, at: new Date() }, {}),
    });
    const parts = [statement, domain].map((part) => withShare(part, statement + domain));
    const figures = [short(outcome), short(chart), ...parts];
    const megabytes = short(memoryOf(service.pid, 'VmRSS'));
    return [courses.toLocaleString('en'), ...figures, megabytes];
  } finally {
    http.close();
    await source.destroy();
  }
}

function withShare(part, whole) {
  return `${short(part)} (${Math.round((100 * part) / whole)} %)`;
}

/** PostgreSQL does this by itself within a minute of a large import; until then it plans by guesses. */
async function analyze({ ownerUrl }) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('ANALYZE');
  await owner.end();
}

/** The service over HTTP and its code here in turns, so that a disturbance of the machine falls on both alike. */
async function inTurns(times, { get, repository, outcomeBy }) {
  const all = { outcome: [], chart: [], statement: [], domain: [] };
  const stopwatch = {
    async courses(...parameters) {
      const { took, result } = await timed(() => repository.courses(...parameters));
      all.statement.push(took);
      return result;
    },
  };
  for (let time = 0; time <= times; time += 1) {
    all.outcome.push((await timed(() => get('outcome'))).took);
    all.chart.push((await timed(() => get('charts/trajectory'))).took);
    const { took } = await timed(() => outcomeBy(stopwatch));
    all.domain.push(took - all.statement.at(-1));
  }
  const settled = Object.entries(all).map(([name, [_warmUp, ...rest]]) => [name, median(rest)]);
  return Object.fromEntries(settled);
}
