import { generateKeyPairSync, randomUUID } from 'node:crypto';
import pg from 'pg';
import { client } from './client.mjs';
import { median, ratio, short, table } from './figures.mjs';
import { processorMsOf, withClinic } from './service.mjs';

const CLIENTS = 16;

/** The public side: how many requests a second, with and without an ETag, and what reaches the database. */
export async function published(built, { quick }) {
  return withClinic(built, async (service, clinic) => {
    const owner = new pg.Client({ connectionString: service.ownerUrl });
    await owner.connect();
    const http = client(service.url, { sockets: CLIENTS });
    try {
      const sample = await publish(built, owner, clinic);
      const ways = await waysTo(http, sample);
      const rounds = await inTurns(ways, {
        seconds: quick ? 0.5 : 3,
        rounds: quick ? 1 : 3,
        owner,
        pid: service.pid,
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
  'processor us a request',
  '/livez to it',
  'readings of the table, each 1000 requests',
];
/** PostgreSQL reports what an idle connection has read after ten seconds at most. */
const TOLD_AFTER_IN_MS = 10_500;
const NOTE =
  `${CLIENTS} connections, kept open; medians of rounds in turns. Readings are scans of published_document as PostgreSQL ` +
  "counts them; what is kept in memory is read again every two seconds. Processor time is the service's alone, the rate is also that of " +
  'the client. Compressed is what a browser asks for. The last row asks for another publication each ' +
  'time, so that each is read and laid out.';

/** A publication of many figures and a chart, and as many earlier ones as the misses need, each signed, as what is read is checked. */
async function publish(built, owner, { clinicId }) {
  const load = (path) => import(`${built}/src/${path}.js`);
  const { documentExample } = await load('published/documents/published-document-example');
  const { canonicalJson } = await load('signing/canonical');
  const { sealed } = await load('signing/seal');
  const { thumbprintOf, publicKeyOf } = await load('signing/public-key');
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = publicKeyOf(privateKey);
  const example = { ...documentExample };
  delete example.hash;
  delete example.signature;
  const figures = Array.from({ length: 40 }, (_, at) => ({ ...example.figures[0], name: `figure${at}` }));
  const slug = 'kept';
  const documentOf = (id) => sealed({ ...example, slug, figures, id }, privateKey);

  await owner.query(
    'INSERT INTO signing_key (kid, clinic_id, public_key, created_at, retired_at) VALUES ($1, $2, $3, now(), now())',
    [thumbprintOf(publicKey), clinicId, publicKey.x],
  );
  const insert = (state, documents) =>
    owner.query(
      `INSERT INTO published_document (id, clinic_id, slug, title, clinic_name, period, state, document, hash, published_at, ended_at)
       SELECT (document::json ->> 'id')::uuid, $1, $2, 'Outcomes', 'Bench', '2025', $3, document, document::json ->> 'hash', now(),
         CASE WHEN $3 = 'superseded' THEN now() END
       FROM unnest($4::text[]) AS document`,
      [clinicId, slug, state, documents.map((document) => canonicalJson(document))],
    );
  await insert('approved', [documentOf(randomUUID())]);
  const earlier = Array.from({ length: 20_000 }, () => documentOf(randomUUID()));
  for (let at = 0; at < earlier.length; at += 1000) await insert('superseded', earlier.slice(at, at + 1000));
  return { slug, ids: earlier.map(({ id }) => id) };
}

const BROWSER = { 'accept-encoding': 'gzip, deflate, br' };

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
    'JSON, 200 from memory, compressed': { status: 200, ask: asking(json, BROWSER) },
    'page, 304': { status: 304, ask: asking(page, { 'if-none-match': ofPage }) },
    'page, 200 from memory': { status: 200, ask: asking(page) },
    'page, 200 from memory, compressed': { status: 200, ask: asking(page, BROWSER) },
    'JSON, 200 from the database': {
      status: 200,
      ask: () => http.send('GET', `/v1/published/snapshots/${ids.pop()}`),
    },
  };
}

async function inTurns(ways, { seconds, rounds, owner, pid }) {
  const all = Object.fromEntries(Object.keys(ways).map((name) => [name, { speeds: [], times: [] }]));
  for (const way of Object.values(ways)) await load(way, 0.3);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const before = processorMsOf(pid);
      const requests = await load(way, seconds);
      all[name].speeds.push(requests / seconds);
      all[name].times.push((1000 * (processorMsOf(pid) - before)) / requests);
    }
  }
  for (const [name, way] of Object.entries(ways)) {
    const before = await readingsOf(owner);
    const requests = await load(way, seconds);
    all[name].each1000 = (1000 * ((await readingsOf(owner)) - before)) / requests;
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

/** How often the table was read until now. */
async function readingsOf(owner) {
  await new Promise((done) => setTimeout(done, TOLD_AFTER_IN_MS));
  const { rows } = await owner.query(
    `SELECT (seq_scan + idx_scan)::int AS count FROM pg_stat_user_tables WHERE relname = 'published_document'`,
  );
  return rows[0].count;
}

function rowsOf(rounds) {
  const speed = (name) => median(rounds[name].speeds);
  const time = (name) => median(rounds[name].times);
  const [alive, aliveTime] = [speed('alive (/livez)'), time('alive (/livez)')];
  return Object.entries(rounds).map(([name, { each1000 }]) => [
    name,
    short(speed(name)),
    ratio(speed(name), alive),
    short(time(name)),
    ratio(aliveTime, time(name)),
    short(each1000),
  ]);
}
