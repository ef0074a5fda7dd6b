import pg from 'pg';
import { startBare } from './bare.mjs';
import { client } from './client.mjs';
import { makeEmptyCourses, scoresOf } from './empty-courses.mjs';
import { quantile, ratio, short, table, timed } from './figures.mjs';
import { straight } from './straight.mjs';
import { processorMsOf, withClinic } from './service.mjs';

/** Recording scores: by the service, by a bare server, and straight through `pg`, in turns on the same database. */
export async function scores(built, { quick }) {
  return withClinic(built, async (service, clinic) => {
    const http = client(service.url, { sockets: 100, headers: clinic.headers });
    const direct = await straight(built, service.databaseUrl, clinic);
    const bare = await startBare(built, service.databaseUrl, clinic);
    const bareHttp = client(bare.url, { sockets: 100 });
    const around = { pool: direct.pool, ...clinic };
    const courses = await makeEmptyCourses(http, around, quick ? 4000 : 20_000);
    const [hundred, one, block] = [courses.splice(-100), courses.splice(-1), courses.splice(-334)];
    const ways = {
      service: { record: (score) => put(http, score), pid: service.pid },
      bare: { record: (score) => put(bareHttp, score), pid: bare.pid },
      pg: { record: direct.record },
    };
    for (const { record } of Object.values(ways)) await load(record, { clients: 8, seconds: 1, courses });
    await analyze(service.ownerUrl);
    const rows = await inTurns(ways, { courses, seconds: quick ? 1 : 4 });
    const crowd = [await atOnce(http, hundred), await atOnce(http, one)];
    const pasted = await paste(http, block.flatMap(scoresOf), service.pid);
    await direct.close();
    bareHttp.close();
    await bare.stop();
    http.close();
    return [table(HEADER, rows), NOTE, table(CROWD, crowd), table(PASTED, [pasted])].join('\n\n');
  });
}

const HEADER = ['first scores', 'a second', '(each round)', 'p50 ms', 'p95 ms', 'p99 ms', 'processor ms a score'];
const NOTE =
  'Each client writes the scores of its own courses. The three took turns on the same database. "pg alone" ' +
  'sends the statements of a score and nothing else, pipelined as the service does, over as many connections; "bare Fastify" is one route that ' +
  'sends them, in a process of its own. The goals: service / bare of first scores at least 0.6 x at 8 clients, and at most 0.8 ms of processor time a score.';
const PASTED = ['pasted at once', 'all saved after ms', 'slowest block ms', 'processor ms a score'];
const CROWD = ['100 requests at once, on a pool of 10', 'all answered after ms', 'statuses'];

async function inTurns(ways, { courses, seconds }) {
  const rows = [];
  for (const clients of [1, 8, 32]) {
    const rounds = { service: [], bare: [], pg: [] };
    for (const way of ['service', 'bare', 'pg', 'service', 'bare', 'pg']) {
      const { record, pid } = ways[way];
      const used = () => (pid === undefined ? NaN : processorMsOf(pid));
      const before = used();
      const round = await load(record, { clients, seconds, courses });
      rounds[way].push({ ...round, processorMs: used() - before });
    }
    rows.push(...levelRows(clients, rounds));
  }
  return rows;
}

/**
 * What autovacuum does within a minute of a clinic's first scores. Until then each connection checks foreign keys by the plan
 * it made while the table was empty, which reads the whole of it.
 */
async function analyze(ownerUrl) {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('ANALYZE assessment_version, assessment, course');
  await owner.end();
}

async function put(http, { courseId, slot, total, assessedOn }) {
  const path = `/v1/courses/${courseId}/assessments/${slot}`;
  const how = { body: { total, assessedOn }, headers: { 'if-none-match': '*' }, status: 201 };
  await http.json('PUT', path, how);
}

/** So many clients record for so long, each the six scores of a course of its own and then of the next. */
async function load(record, { clients, seconds, courses }) {
  const started = performance.now();
  const latencies = [];
  const work = async () => {
    while (performance.now() < started + 1000 * seconds && courses.length > 0) {
      for (const score of scoresOf(courses.pop())) {
        latencies.push((await timed(() => record(score))).took);
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  return { latencies, seconds: (performance.now() - started) / 1000 };
}

function levelRows(clients, rounds) {
  const [service, bare, pg] = ['service', 'bare', 'pg'].map((way) => summaryOf(rounds[way]));
  const who = clients === 1 ? '1 client' : `${clients} clients`;
  const cells = ({ rate, each, times }) => [short(rate), each.map(short).join(', '), ...times.map(short)];
  const compared = (other) => [
    ratio(service.rate, other.rate),
    '',
    ...service.times.map((time, at) => ratio(time, other.times[at])),
  ];
  return [
    [`${who}, service`, ...cells(service), short(service.processorMs)],
    [`${who}, bare Fastify`, ...cells(bare), short(bare.processorMs)],
    [`${who}, pg alone`, ...cells(pg)],
    [`${who}, service / bare`, ...compared(bare), ratio(service.processorMs, bare.processorMs)],
    [`${who}, service / pg`, ...compared(pg)],
  ];
}

function summaryOf(rounds) {
  const latencies = rounds.flatMap((round) => round.latencies);
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0);
  return {
    rate: latencies.length / seconds,
    each: rounds.map((round) => round.latencies.length / round.seconds),
    processorMs: rounds.reduce((sum, round) => sum + (round.processorMs ?? 0), 0) / latencies.length,
    times: [0.5, 0.95, 0.99].map((share) => quantile(latencies, share)),
  };
}

/** A hundred requests in the same instant: to a hundred courses, or all the same one to one course. */
async function atOnce(http, courses) {
  const statuses = {};
  const { took } = await timed(() =>
    Promise.all(
      Array.from({ length: 100 }, async (_, at) => {
        const [score] = scoresOf(courses[at % courses.length]);
        const status = await put(http, score).then(
          () => 201,
          (error) => error.message,
        );
        statuses[status] = (statuses[status] ?? 0) + 1;
      }),
    ),
  );
  const what = courses.length === 1 ? 'the same score of one course' : `${courses.length} courses`;
  const seen = Object.entries(statuses).map(([status, count]) => `${count} x ${status}`);
  return [what, short(took), seen.join(', ')];
}

/** What a page sends of a pasted table: blocks of 120 scores, five at once. */
async function paste(http, scores, pid) {
  const blocks = [];
  for (let at = 0; at < scores.length; at += 120) blocks.push(scores.slice(at, at + 120));
  const before = processorMsOf(pid);
  const times = [];
  const send = async () => {
    for (let block = blocks.pop(); block; block = blocks.pop()) {
      const entries = block.map((score) => ({ ...score, ifMatch: null }));
      const { took } = await timed(async () => {
        const { items } = await http.json('PUT', '/v1/assessments', { body: { entries } });
        if (items.some(({ status }) => status !== 201)) throw new Error(JSON.stringify(items).slice(0, 1000));
      });
      times.push(took);
    }
  };
  const { took } = await timed(() => Promise.all(Array.from({ length: 5 }, send)));
  const processorMs = (processorMsOf(pid) - before) / scores.length;
  return [
    `${scores.length.toLocaleString('en')} scores in blocks`,
    short(took),
    short(Math.max(...times)),
    short(processorMs),
  ];
}
