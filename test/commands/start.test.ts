import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { readdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { scratchFolder, ServiceProcess } from '../support/process.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
const running: ServiceProcess[] = [];
beforeEach(async () => {
  folder = await scratchFolder();
});
afterEach(async () => {
  for (const service of running.splice(0)) {
    service.kill('SIGTERM');
    await service.ended();
  }
  await folder.remove();
});

function start(settings: Record<string, string> = {}, entry = 'main'): ServiceProcess {
  const DATA_DIR = join(folder.path, 'data');
  const service = new ServiceProcess(entry, [], { DATA_DIR, PORT: '0', ...settings });
  running.push(service);
  return service;
}

const SERVING = /Serving (\S+) on/;
const LINK = /#([\w-]{43})/;

const JSON_BODY = { 'content-type': 'application/json' };
const DIRECTOR = { name: 'D', email: 'd@example.org', password: 'a long sentence is fine' };

const post = (url: string, body: object) =>
  fetch(url, { method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) });

const setUp = (url: string, token: string) =>
  post(`${url}/v1/setup`, {
    token,
    clinic: { name: 'Riverside', timeZone: 'Europe/Berlin' },
    director: DIRECTOR,
  });

const signIn = (url: string, { email, password } = DIRECTOR) => post(`${url}/v1/session`, { email, password });

async function signedInDirector(url: string, token: string): Promise<string> {
  await setUp(url, token);
  const { headers } = await signIn(url);
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Waits until nobody listens there any more. */
async function refusesConnections(url: string): Promise<void> {
  const answers = () =>
    fetch(`${url}/livez`).then(
      () => true,
      () => false,
    );
  while (await answers()) await pause(20);
}

test('an empty folder becomes a service, with one link to set up the clinic', async () => {
  const service = start();
  const url = await service.says(SERVING);
  const token = await service.says(LINK);
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ok', backup: null });
  expect((await setUp(url, token)).status).toBe(201);
  expect((await setUp(url, token)).status).toBe(404);
});

test('a clinic that is set up is there after a stop and a start, and no link is printed', async () => {
  const first = start();
  const url = await first.says(SERVING);
  await setUp(url, await first.says(LINK));
  first.kill('SIGTERM');
  expect((await first.ended()).code).toBe(0);
  const second = start();
  const again = await second.says(SERVING);
  expect((await signIn(again)).status).toBe(200);
  expect(second.errors).not.toMatch(LINK);
});

test('SIGTERM lets a request that is under way finish, and takes no new one', async () => {
  const service = start();
  const url = await service.says(SERVING);
  const cookie = await signedInDirector(url, await service.says(LINK));
  // The service answers `Expect` once it has the request.
  const headers = { cookie, 'content-type': 'text/csv', expect: '100-continue' };
  const upload = request(`${url}/v1/imports`, { method: 'POST', headers });
  const answered = once(upload, 'response') as Promise<[IncomingMessage]>;
  upload.flushHeaders();
  await once(upload, 'continue');
  upload.write('chart_number,date_1,score_1\n');
  service.kill('SIGTERM');
  await refusesConnections(url);
  upload.end('A1,2026-01-05,40\n');
  const [answer] = await answered;
  answer.resume();
  expect(answer.statusCode).toBe(200);
  expect((await service.ended()).code).toBe(0);
});

test('a second start on the same folder is refused in one sentence', async () => {
  const first = start();
  await first.says(SERVING);
  const { code, errors } = await start().ended();
  expect(code).toBe(1);
  expect(errors).toMatch(/^The data directory \S+ is in use by another running service .*\.\n$/);
});

test('a port in use is refused in one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, output, errors } = await start({ PORT: String(port), HOST: '127.0.0.1' }).ended();
  other.close();
  expect(code).toBe(1);
  expect(output).toBe('');
  expect(errors).toBe(`Something else listens on port ${port} on 127.0.0.1; stop it, or set PORT to another number.\n`);
});

test('a folder that is a file is refused in one sentence', async () => {
  await writeFile(join(folder.path, 'data'), '');
  const { code, errors } = await start().ended();
  expect(code).toBe(1);
  expect(errors.trim().split('\n')).toHaveLength(1);
  expect(errors).toContain('is a file, not a directory');
});

test('a folder of another PostgreSQL is refused in one sentence', async () => {
  const made = new ServiceProcess('commands/cudos', ['migrate'], {
    DATA_DIR: join(folder.path, 'data'),
  });
  await made.ended();
  await writeFile(join(folder.path, 'data', 'postgres', 'PG_VERSION'), '99\n');
  const { code, errors } = await start().ended();
  expect(code).toBe(1);
  expect(errors).toMatch(/was written by PostgreSQL 99/);
});

test('impossible settings are named all at once, and no password is repeated', async () => {
  const bad = { PORT: 'abc', SESSION_HOURS: '0', DATABASE_URL: 'mysql://me:secret@there/x' };
  const { code, errors } = await start(bad).ended();
  expect(code).toBe(1);
  expect(errors.trim().split('\n')).toHaveLength(3);
  expect(errors).not.toContain('secret');
});

test('a database server that does not answer is reported in one sentence', async () => {
  const DATABASE_URL = 'postgres://me:secret@127.0.0.1:1/none';
  const { code, errors } = await start({ DATABASE_URL }).ended();
  expect(code).toBe(1);
  expect(errors).toBe('No database server answers at the address of DATABASE_URL (ECONNREFUSED).\n');
});

test('the demo prints a sign-in for each role, listens on loopback only, and leaves nothing', async () => {
  const demo = start({ HOST: '0.0.0.0', TMPDIR: folder.path }, 'commands/demo');
  const url = await demo.says(SERVING);
  const password = await demo.says(/marketing +marketing@sample\.example {2}(\S+)/);
  expect(new URL(url).hostname).toBe('localhost');
  for (const role of ['director', 'clinician', 'marketing']) {
    const answer = await signIn(url, { ...DIRECTOR, email: `${role}@sample.example`, password });
    expect(await answer.json()).toMatchObject({ staff: { role } });
  }
  demo.kill('SIGTERM');
  expect((await demo.ended()).code).toBe(0);
  expect((await readdir(folder.path)).filter((name) => name.startsWith('cudos-'))).toEqual([]);
});
