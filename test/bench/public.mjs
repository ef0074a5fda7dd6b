import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { client } from './client.mjs';
import { median, ratio, short, table } from './figures.mjs';
import { withClinic } from './service.mjs';

const CLIENTS = 16;

/** The public side: how many requests a second, with and without an ETag, and what reaches the database. */
export async function published(built, { quick }) {
  return withClinic(built, async (service) => {
    const owner = new pg.Client({ connectionString: service.ownerUrl });
    await owner.connect();
    const http = client(service.url, { sockets: CLIENTS });
    try {
      const sample = await publish(built, owner);
      const ways = await waysTo(http, sample);
      const rounds = await inTurns(ways, {
        seconds: quick ? 0.5 : 3,
        rounds: quick ? 1 : 3,
        owner,
      });
      return `${table(HEADER, rowsOf(rounds))}\n\n${NOTE}`;
    } finally {
      http.close();
      await owner.end();
    }
  });
}

const HEADER = [
  'answer',
  'a second',
  'to /livez',
  'statements of the database, each 1000 requests',
];
const NOTE =
  `${CLIENTS} connections, kept open; medians of rounds in turns. Statements are what pg_stat_database counted as ` +
  'transactions, less what the server counts by itself in as long a time. A miss asks for a publication that was never ' +
  'asked for, so it is read from the database and laid out each time.';

/** A publication of many figures and a chart, in many copies for the misses. */
async function publish(built, owner) {
  const { documentExample } = await import(`${built}/src/published/published-example.js`);
  const [figure] = documentExample.figures;
  const names = Array.from({ length: 40 }, (_, at) => `figure${at}`);
  const figures = names.map((name) => ({ ...figure, name }));
  const insert = (slug) =>
    owner.query(
      `INSERT INTO published_document (id, clinic_id, slug, state, document, hash, published_at)
       SELECT gen_random_uuid(), $1, $2, 'approved', $3, $4, now()`,
      [randomUUID(), slug, JSON.stringify({ ...documentExample, slug, figures }), 'a'.repeat(64)],
    );
  await insert('kept');
  const { rows } = await owner.query(
    `INSERT INTO published_document (id, clinic_id, slug, state, document, hash, published_at, ended_at)
     SELECT gen_random_uuid(), clinic_id, slug, 'superseded', document, hash, published_at, published_at
     FROM published_document, generate_series(1, 60000) RETURNING id`,
  );
  return { slug: 'kept', ids: rows.map(({ id }) => id) };
}

async function waysTo(http, { slug, ids }) {
  const etagAt = async (path) => (await http.send('GET', path)).headers.etag;
  const asking =
    (path, headers = {}) =>
    () =>
      http.send('GET', path, { headers });
  const json = `/v1/published/${slug}`;
  const page = `/published/${slug}`;
  const [ofJson, ofPage] = [await etagAt(json), await etagAt(page)];
  return {
    'alive (/livez)': { status: 200, ask: asking('/livez') },
    'JSON, 304': { status: 304, ask: asking(json, { 'if-none-match': ofJson }) },
    'JSON, 200 from memory': { status: 200, ask: asking(json, { 'if-none-match': '"other"' }) },
    'page, 304': { status: 304, ask: asking(page, { 'if-none-match': ofPage }) },
    'page, 200 from memory': { status: 200, ask: asking(page) },
    'JSON, 200 from the database': {
      status: 200,
      ask: () => http.send('GET', `/v1/published/snapshots/${ids.pop()}`),
    },
  };
}

async function inTurns(ways, { seconds, rounds, owner }) {
  const all = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (const way of Object.values(ways)) await load(way, 0.3);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const before = await transactionsOf(owner);
      const requests = await load(way, seconds);
      const asked = (await transactionsOf(owner)) - before;
      all[name].push({ aSecond: requests / seconds, each1000: (1000 * asked) / requests });
    }
  }
  return all;
}

async function load({ ask, status }, seconds) {
  const until = performance.now() + 1000 * seconds;
  let done = 0;
  const one = async () => {
    while (performance.now() < until) {
      const answer = await ask();
      if (answer.status !== status) throw new Error(`${answer.status}: ${answer.text}`);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, one));
  return done;
}

/** Transactions of everybody else: PostgreSQL tells them a little later, so this waits. */
async function transactionsOf(owner) {
  await new Promise((done) => setTimeout(done, 1200));
  await owner.query('SELECT pg_stat_clear_snapshot()');
  const { rows } = await owner.query(
    `SELECT xact_commit::int AS count FROM pg_stat_database WHERE datname = current_database()`,
  );
  return rows[0].count;
}

function rowsOf(rounds) {
  const speed = (name) => median(rounds[name].map(({ aSecond }) => aSecond));
  const alive = speed('alive (/livez)');
  return Object.keys(rounds).map((name) => [
    name,
    short(speed(name)),
    ratio(speed(name), alive),
    short(median(rounds[name].map(({ each1000 }) => each1000))),
  ]);
}
