import { client } from './client.mjs';
import { makeEmptyCourses, scoresOf } from './empty-courses.mjs';
import { quantile, short, table, timed } from './figures.mjs';
import { processorMsOf, withClinic } from './service.mjs';
import { straight } from './straight.mjs';

const CLIENTS = 8;

/** What it costs to keep who did what: of a score by its statements, of a read as the clinic sets it. */
export async function audit(built, { quick }) {
  return withClinic(built, async (service, clinic) => {
    const http = client(service.url, { sockets: CLIENTS, headers: clinic.headers });
    const direct = await straight(built, service.databaseUrl, clinic);
    const courses = await makeEmptyCourses(http, { pool: direct.pool, ...clinic }, quick ? 2000 : 10_000);
    const [read] = courses.splice(-1);
    const seconds = quick ? 1 : 4;
    const scores = {
      'without its event': () => inTurn(courses, (score) => direct.record(score, { audited: false })),
      'with its event': () => inTurn(courses, direct.record),
    };
    const scored = await rounds(scores, seconds, undefined);
    const reads = { 'written a moment later': false, 'strict: written first': true };
    const settings = await http.json('GET', '/v1/clinic');
    let { version } = settings;
    const set = async (strictAudit) => {
      const headers = { 'if-match': `"${version}"` };
      ({ version } = await http.json('PATCH', '/v1/clinic', { body: { strictAudit }, headers }));
    };
    const looked = [];
    for (const way of [...Object.keys(reads), ...Object.keys(reads)]) {
      await set(reads[way]);
      const work = () => timed(() => http.json('GET', `/v1/courses/${read}`));
      looked.push(...(await rounds({ [way]: work }, seconds, service.pid)));
    }
    await direct.close();
    http.close();
    const header = ['a second', 'p50 ms', 'p95 ms'];
    return [
      table(
        ['a score through `pg`', ...header],
        scored.map((row) => row.slice(0, -1)),
      ),
      table(['a course read', ...header, 'processor ms a read'], looked),
    ].join('\n\n');
  });
}

async function inTurn(courses, record) {
  const [score] = scoresOf(courses.pop());
  return timed(() => record(score));
}

/** Each way twice, in turns, for so long. */
async function rounds(ways, seconds, pid) {
  const rows = [];
  const names = Object.keys(ways);
  for (const way of names.length === 1 ? names : [...names, ...names]) {
    const took = [];
    const [started, before] = [performance.now(), pid === undefined ? NaN : processorMsOf(pid)];
    const work = async () => {
      while (performance.now() < started + 1000 * seconds) took.push((await ways[way]()).took);
    };
    await Promise.all(Array.from({ length: CLIENTS }, work));
    const rate = (1000 * took.length) / (performance.now() - started);
    const processor = pid === undefined ? NaN : (processorMsOf(pid) - before) / took.length;
    rows.push([way, short(rate), short(quantile(took, 0.5)), short(quantile(took, 0.95)), short(processor)]);
  }
  return rows;
}
