import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { client } from './client.mjs';

export const PASSWORD = 'a long sentence is a good password';
const EMAIL = 'director@example.org';

const children = new Set();
const directories = new Set();

// However this ends, nothing stays behind: PostgreSQL ends with the service that runs it.
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

export function makeDirectory() {
  const directory = mkdtempSync(join(tmpdir(), 'cudos-bench-'));
  // Where the script runs as root, PostgreSQL's account has to come through.
  chmodSync(directory, 0o711);
  directories.add(directory);
  return directory;
}

export function removeDirectory(directory) {
  rmSync(directory, { recursive: true, force: true });
  directories.delete(directory);
}

/**
 * Starts the service as it is started for a clinic, and waits until it can do its work.
 * @param how.heap Megabytes that Node may use for objects; as much as it likes where nothing is said.
 */
export async function startService(built, dataDir, { heap } = {}) {
  const started = performance.now();
  const limit = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
  const watched = ['--import', new URL('event-loop.mjs', import.meta.url).href];
  const child = spawn(process.execPath, [...limit, ...watched, join(built, 'src/main.js')], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...SETTINGS, DATA_DIR: dataDir },
  });
  children.add(child);
  const ended = once(child, 'exit').finally(() => children.delete(child));
  const said = await saying(child);
  const http = client(said.url);
  await http.json('GET', '/readyz');
  http.close();
  const readyAfter = performance.now() - started;
  const { findRunning } = await import(`${built}/src/database/embedded/launcher.js`);
  const database = await findRunning(dataDir);
  return {
    ...said,
    pid: child.pid,
    readyAfter,
    /** Where its database is: for the role of the service, and for the owner of the tables. */
    databaseUrl: database.serviceUrl,
    ownerUrl: database.url,
    /** For how many milliseconds its event loop was held at most since this was asked last, and for how many of them by itself. */
    async longestHold() {
      const said = once(child, 'message');
      child.send('longest hold');
      return (await said)[0];
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What one machine asks is more than a clinic does. */
export const UNLIMITED = {
  REQUESTS_PER_MINUTE: '100000000',
  PUBLIC_REQUESTS_PER_MINUTE: '100000000',
  SIGN_INS_PER_MINUTE: '100000000',
};

const SETTINGS = {
  DATABASE_URL: '',
  HOST: '127.0.0.1',
  PORT: '0',
  PUBLIC_URL: '',
  LOG_LEVEL: 'silent',
  ...UNLIMITED,
};

/** What a service says at its start: its address, and the secret of the set-up link where there is no clinic. */
function saying(child) {
  const said = [];
  const lines = createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const heard = (pattern) =>
    new Promise((done) => {
      lines.on('line', (line) => pattern.test(line) && done(pattern.exec(line)[1]));
    });
  return new Promise((done, failed) => {
    const token = heard(/#(\S+)$/);
    void heard(/^Serving (\S+) on /).then((url) => done({ url, token }));
    child.once('exit', () => failed(new Error(`The service did not start: ${said.join(' ')}`)));
  });
}

/** Sets the clinic up and signs its director in. */
export async function setUpClinic({ url, token }) {
  const stranger = client(url);
  const signIn = { email: EMAIL, password: PASSWORD };
  const clinic = { name: 'Bench', timeZone: 'America/Denver' };
  const body = { token: await token, clinic, director: { name: 'Dana', ...signIn } };
  const { id: staffId } = await stranger.json('POST', '/v1/setup', { body, status: 201 });
  const answer = await stranger.send('POST', '/v1/session', { body: signIn });
  const cookie = answer.headers['set-cookie'][0].split(';')[0];
  const session = JSON.parse(answer.text);
  stranger.close();
  return { clinicId: session.clinic.id, staffId, email: EMAIL, headers: { cookie } };
}

/** A fresh service with a clinic in a directory of its own, for as long as the work takes. */
export async function withClinic(built, work, how = {}) {
  const dataDir = makeDirectory();
  const service = await startService(built, dataDir, how);
  try {
    return await work(service, await setUpClinic(service));
  } finally {
    await service.stop();
    removeDirectory(dataDir);
  }
}

/** Milliseconds of processor time that a process has used so far, of its own and of the kernel for it. */
export function processorMsOf(pid) {
  if (!existsSync('/proc')) return NaN;
  // Fields 14 and 15 of proc(5), in ticks of 10 ms; the name before them is in brackets and may hold spaces.
  const [, fields = ''] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return 10 * (user + system);
}

/** Memory of a process in megabytes: `VmRSS` is what it has now, `VmHWM` the most it ever had. */
export function memoryOf(pid, what) {
  if (!existsSync('/proc')) return NaN;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${what}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
}
