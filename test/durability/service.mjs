import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../src/build.mjs';

const PATIENCE_IN_MS = 60_000;

/** Looks again and again until there is something to see. */
export async function until(look, what, patience = PATIENCE_IN_MS) {
  const deadline = performance.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`${what} after ${patience} ms`);
    await sleep(10);
  }
}

/** Starts the built service in a folder of its own; the handle comes at once, `ready` resolves when it works. */
export function startService(home, further = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/server/src/main.js')], {
    env: { ...settings(home), ...further },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = once(child, 'close').then(([code]) => code);
  const ready = Promise.race([
    untilReady(() => said).then((url) => ({ url, took: performance.now() - started })),
    ended.then(() => {
      throw new Error(`the service ended before it was ready: ${said.trim()}`);
    }),
  ]);
  // Where the start is killed nobody asks whether it went well.
  ready.catch(() => undefined);
  const setupToken = () => until(() => /\/setup#(\S+)/.exec(said)?.[1], 'no link for the set-up');
  return { pid: child.pid, ready, ended, setupToken };
}

/** Asks the service to stop, and insists that it does so in good order. */
export async function stopService({ pid, ended }) {
  process.kill(pid, 'SIGTERM');
  const code = await ended;
  if (code !== 0) throw new Error(`SIGTERM ended the service with exit code ${code}`);
}

/** Nothing of the caller's beyond these: DATABASE_URL or PUBLIC_URL would turn the trial to another database. */
function settings(home) {
  const { PATH, DATABASE_ACCOUNT } = process.env;
  return {
    PATH,
    DATABASE_ACCOUNT,
    TMPDIR: home,
    DATA_DIR: join(home, 'data'),
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    REQUESTS_PER_MINUTE: '100000000',
  };
}

async function untilReady(said) {
  const url = await until(() => /^Serving (\S+) on/m.exec(said())?.[1], 'no address');
  await until(async () => (await fetch(`${url}/readyz`).catch(() => null))?.ok, 'not ready');
  return url;
}
