import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { client } from './client.mjs';
import { HOLD_HEADER, HOLD_NOTE, holdOf, short, table, timed } from './figures.mjs';
import { memoryOf, withClinic } from './service.mjs';
import { spreadsheetOf } from './spreadsheet-file.mjs';

/** Uploads that would take the service's time, memory, connections or descriptors, and what others notice of them. */
export async function hostile(built, { quick }) {
  const rows = await withClinic(built, (service, clinic) => hostileRows(built, service, clinic, quick));
  return `${table(HEADER, rows)}\n\n${NOTE} ${HOLD_NOTE}`;
}

const HEADER = ['', 'answer', 'ms', ...HOLD_HEADER, 'slowest other request ms', 'memory MB', 'descriptors'];
const NOTE =
  'One service for all, from top to bottom. Other request: five patients of the clinic, asked for all the while. Memory: what the ' +
  'service has right after. Equal rows: time that grows with the square of a file shows between the two.';

const NAMES = 'chart_number,date_1,score_1\n';
const lines = (count, line) => Array.from({ length: count }, (_, at) => `${line(at)}\n`).join('');

async function hostileRows(built, service, { headers }, quick) {
  const row = async (what, work) => {
    await service.longestHold();
    const others = watched(service.url, headers);
    const { took, result } = await timed(work);
    const slowest = await others.end();
    const descriptors = readdirSync(`/proc/${service.pid}/fd`).length;
    const memory = short(memoryOf(service.pid, 'VmRSS'));
    return [what, result, short(took), ...holdOf(await service.longestHold()), short(slowest), memory, descriptors];
  };
  const send = async (body, accept = 'application/json', signal) => {
    const answer = await fetch(`${service.url}/v1/imports`, {
      ...{ method: 'POST', body, signal },
      headers: { ...headers, 'content-type': 'text/csv', accept },
    });
    await answer.arrayBuffer();
    return answer.status;
  };
  const equal = (count) => NAMES + lines(count, () => 'P-1,2026-03-02,40');
  const patients = quick ? 60_000 : 240_000;
  const many = await spreadsheetOf(built, patients);
  const some = await spreadsheetOf(built, 20_000);
  const gone = () => send(many, undefined, AbortSignal.timeout(700)).catch(() => 'left');
  const times = (count, work) => Promise.all(Array.from({ length: count }, work));
  const failing = (at) => send(at % 2 === 0 ? '%PDF-1.7' : `${NAMES}P-1,x,99\n`, 'text/csv');
  return [
    await row('nothing', async () => void (await pause(500))),
    await row('16,000 equal rows', () => send(equal(16_000))),
    await row('32,000 equal rows', () => send(equal(32_000))),
    await row('250,001 rows', () => send(NAMES + lines(250_001, (at) => `P-${at},2026-03-02,40`))),
    await row('23 cells of 1 MB', () => send(NAMES + lines(23, (at) => `P-${at},2026-03-02,"${'x'.repeat(1e6)}"`))),
    await row('23 MB of quotation marks', () => send('"'.repeat(23e6))),
    await row(`${patients.toLocaleString('en')} patients`, () => send(many)),
    await row('the same, left after 0.7 s', gone),
    await row('2 s later', async () => void (await pause(2000))),
    await row('12 checks of 20,000 courses at once', async () =>
      [...new Set(await times(12, () => send(some)))].join(),
    ),
    await row('40 failed imports as CSV', async () => (await times(40, (_, at) => failing(at))).length),
  ];
}

/** Asks for something small again and again, and says at the end how long the slowest answer took. */
function watched(url, headers) {
  const http = client(url, { headers });
  let [slowest, ended] = [0, false];
  const asking = (async () => {
    while (!ended) {
      const { took } = await timed(() => http.json('GET', '/v1/patients?limit=5'));
      slowest = Math.max(slowest, took);
      await pause(20);
    }
  })();
  return {
    async end() {
      ended = true;
      await asking;
      http.close();
      return slowest;
    },
  };
}
