import { execFileSync } from 'node:child_process';
import { chmod, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startService } from './service.mjs';
import { countAcknowledged, look, makeHome, setUp, start, stop } from './trial.mjs';

export const DISK_FULL = 'disk full';
const SIZE = '400m';
const PATIENCE_IN_MS = 60_000;

/**
 * Rounds on a small disk in memory, which root alone can mount: it is filled to the last byte while clients write, until the service
 * asks them to try again, and has room again after that. PostgreSQL may end where it can't write its log; then the service ends with it,
 * and is started again, as a process manager does.
 */
export async function fillTheDisk(trial, rounds) {
  await makeHome(trial);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', trial.home]);
  try {
    await chmod(trial.home, 0o755);
    await start(trial);
    const { port } = new URL(trial.url);
    await setUp(trial, rounds);
    for (let round = 0; round < rounds; round += 1) await fillOnce(trial, port);
    await stop(trial);
  } finally {
    execFileSync('umount', ['-l', trial.home]);
  }
}

async function fillOnce(trial, port) {
  const before = countAcknowledged(trial);
  let stopped = false;
  const writing = trial.clients.map((client) => client.writeUntil(() => stopped, trial.url));
  await sleep(300);
  await fill(join(trial.home, 'ballast'));
  trial.kills += 1;
  await untilRefused(trial);
  await rm(join(trial.home, 'ballast'));
  const ended = await Promise.race([trial.service.ended.then(() => true), sleep(2000, false)]);
  if (ended) {
    trial.service = startService(trial.home, { PORT: port });
    trial.restarts.push((await trial.service.ready).took);
  }
  await sleep(300);
  stopped = true;
  await Promise.all(writing);
  trial.acknowledged += countAcknowledged(trial) - before;
  await look(trial);
}

async function fill(path) {
  const file = await open(path, 'w');
  try {
    // In ever smaller pieces, so that nothing is left.
    for (let size = 1 << 24; size > 0; size >>= 1) {
      const piece = Buffer.alloc(size);
      while (
        await file.write(piece).then(
          ({ bytesWritten }) => bytesWritten === size,
          () => false,
        )
      );
    }
  } finally {
    await file.close();
  }
}

/** Until the service says so to somebody who writes, or is gone. A refusal that is no 503 with Retry-After is a fault. */
async function untilRefused({ url, cookie, faults, service }) {
  let gone = false;
  void service.ended.then(() => (gone = true));
  for (const deadline = Date.now() + PATIENCE_IN_MS; !gone; await sleep(20)) {
    if (Date.now() > deadline) throw new Error('the full disk was never said');
    const answer = await fetch(`${url}/v1/patients`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ chartNumber: `full-${Math.random()}` }),
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null);
    if (answer === null || answer.status < 500) continue;
    if (answer.status !== 503 || !answer.headers.get('retry-after'))
      faults.push(`answered ${answer.status} on a full disk`);
    return;
  }
}
