import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { scratchFolder, ServiceProcess } from '../support/process.js';
import { startRoundRobin, type RoundRobin } from '../support/round-robin.js';
import { testDatabase, type TestDatabase } from '../support/test-database.js';

const PROCESSES = [0, 1, 2];
const DIRECTOR = { name: 'Dana', email: 'dana@example.org', password: 'a long sentence is fine' };
const COURSE = { kind: 'induction', startedOn: '2026-03-02' };

let database: TestDatabase;
let folder: Awaited<ReturnType<typeof scratchFolder>>;
let services: ServiceProcess[];
let urls: string[];
let proxy: RoundRobin;

/** A folder of its own, as on a machine of its own; the key file is the same. */
async function settingsOf(name: string): Promise<Record<string, string>> {
  const keyFile = join(folder.path, 'key');
  await writeFile(keyFile, Buffer.alloc(32, 5).toString('base64'), { mode: 0o600 });
  return {
    DATABASE_URL: database.url,
    DATABASE_POOL: '4',
    DATA_DIR: join(folder.path, name),
    SIGNING_KEY_FILE: keyFile,
    TRUST_PROXY: 'yes',
    PORT: '0',
    LOG_LEVEL: 'silent',
  };
}

beforeAll(async () => {
  database = await testDatabase({ empty: true });
  folder = await scratchFolder();
  // At the same moment, on an empty database: one of them migrates.
  services = await Promise.all(
    PROCESSES.map(async (number) => new ServiceProcess('main', [], await settingsOf(`machine-${number}`))),
  );
  urls = await Promise.all(services.map((service) => service.says(/Serving (\S+) on/)));
  proxy = await startRoundRobin(() => urls);
});
afterAll(async () => {
  await proxy.close();
  for (const service of services) service.kill('SIGTERM');
  for (const service of services) expect((await service.ended()).code).toBe(0);
  await database.close();
  await folder.remove();
});

const at = (number: number) => urls[number] ?? '';

interface Answered {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

async function send(url: string, { method = 'GET', body, headers = {} }: Sent = {}): Promise<Answered> {
  const answer = await fetch(url, {
    method,
    body: JSON.stringify(body),
    headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: JSON.parse(text || '{}') as Record<string, unknown> };
}

interface Sent {
  method?: string;
  body?: object;
  headers?: Record<string, string>;
}

async function signIn(url: string, { email, password }: { email: string; password: string }): Promise<string> {
  const { status, headers } = await send(`${url}/v1/session`, { method: 'POST', body: { email, password } });
  expect(status).toBe(200);
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Asks one process again and again until it answers so; it is told by time alone. */
async function becomes(url: string, status: number): Promise<void> {
  while ((await send(url)).status !== status);
}

test('each process prints a link for the set-up; all are good until one was used, at any process', async () => {
  const tokens = await Promise.all(services.map((service) => service.says(/#([\w-]{43})/)));
  expect(new Set(tokens).size).toBe(3);
  const setUp = (url: string, token = '') =>
    send(`${url}/v1/setup`, {
      method: 'POST',
      body: { token, clinic: { name: 'Riverside', timeZone: 'America/Denver' }, director: DIRECTOR },
    });
  expect((await setUp(at(1), tokens[0])).status).toBe(201);
  for (const number of PROCESSES) expect((await setUp(at(number), tokens[2])).status).toBe(404);
});

test('whatever process a request comes to, sessions, scores and their versions are the same', async () => {
  const headers = { cookie: await signIn(proxy.url, DIRECTOR) };
  const created = await send(`${proxy.url}/v1/patients`, { method: 'POST', body: { chartNumber: 'A-1' }, headers });
  const patient = String(created.body.id);
  const course = await send(`${proxy.url}/v1/patients/${patient}/courses`, { method: 'POST', body: COURSE, headers });
  const score = `/v1/courses/${String(course.body.id)}/assessments/infusion-1`;
  const first = { total: 35, assessedOn: '2026-03-02' };
  const sent = await Promise.all(
    PROCESSES.map((number) =>
      send(at(number) + score, { method: 'PUT', body: first, headers: { ...headers, 'if-none-match': '*' } }),
    ),
  );
  // The same score sent at once to all is recorded once.
  expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
  const amended = { ...first, total: 30, amendmentReason: 'misread' };
  const amendments = await Promise.all(
    PROCESSES.map((number) =>
      send(at(number) + score, {
        method: 'PUT',
        body: { ...amended, total: 30 + number },
        headers: { ...headers, 'if-match': '"1"' },
      }),
    ),
  );
  expect(amendments.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  const { body } = await send(`${proxy.url}${score}/versions`, { headers });
  expect((body.items as { version: number }[]).map(({ version }) => version).sort()).toEqual([1, 2]);
  await send(`${at(2)}/v1/session`, { method: 'DELETE', headers });
  for (const number of PROCESSES) expect((await send(`${at(number)}/v1/session`, { headers })).status).toBe(401);
});

test('what one process publishes another withdraws, all say so within seconds, and any of them signs', async () => {
  const sample = await new ServiceProcess('commands/cudos', ['sample'], await settingsOf('terminal')).ended();
  expect(sample.code).toBe(0);
  const [, slug = ''] = /Published: \/published\/(\S+)/.exec(sample.errors) ?? [];
  const [, email = '', password = ''] = /(director@\S+)\s+(\S+)/.exec(sample.output) ?? [];
  for (const number of PROCESSES) await becomes(`${at(number)}/v1/published/${slug}`, 200);
  const headers = { cookie: await signIn(at(0), { email, password }) };
  const { body } = await send(`${at(1)}/v1/publications`, { headers });
  const all = body.items as { id: string; slug: string; state: string }[];
  const { id = '' } = all.find((one) => one.slug === slug && one.state === 'approved') ?? {};
  const withdrawal = { method: 'POST', body: { reason: 'A score was wrong.' }, headers };
  expect((await send(`${at(2)}/v1/publications/${id}/withdrawal`, withdrawal)).status).toBe(200);
  for (const number of PROCESSES) await becomes(`${at(number)}/v1/published/${slug}`, 410);

  // The key of this clinic was made by the command line, with a folder of its own.
  const { id: draft = '' } = all.find((one) => one.slug === slug && one.state === 'draft') ?? {};
  const detail = await send(`${at(0)}/v1/publications/${draft}`, { headers });
  const { contentHash } = detail.body.preview as { contentHash: string };
  const approval = { method: 'POST', body: { contentHash }, headers };
  expect(await send(`${at(1)}/v1/publications/${draft}/approval`, approval)).toMatchObject({ status: 200 });
});

test('60 tries to sign in within a minute are 60 for all processes together', async () => {
  const guess = { method: 'POST', body: { email: 'nobody@example.org', password: 'a wrong guess' } };
  const headers = { 'x-forwarded-for': '192.0.2.77' };
  const statuses: number[] = [];
  for (let tried = 0; tried < 63; tried += 1) {
    const body = { ...guess.body, email: `nobody-${tried}@example.org` };
    statuses.push((await send(`${proxy.url}/v1/session`, { ...guess, body, headers })).status);
  }
  expect(statuses.filter((status) => status === 401)).toHaveLength(60);
  expect(statuses.slice(60)).toEqual([429, 429, 429]);
});
