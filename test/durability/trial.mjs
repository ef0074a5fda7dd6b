import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkAnswers, checkRecords, databaseIn } from './check.mjs';
import { makeClients, setUpClinic } from './clients.mjs';
import { familyOf, isPostmaster, kill, orphansOf, victims } from './processes.mjs';
import { startService, stopService, until } from './service.mjs';

const SETTLING_IN_MS = 3000;
const LEAVING_IN_MS = 15_000;

/** Everything of a trial lies in here, sockets too. */
export async function makeHome(trial) {
  trial.home = await mkdtemp(join(tmpdir(), 'cudos-kill-'));
  // Where the script runs as root, PostgreSQL's account has to come through.
  await chmod(trial.home, 0o755);
}

export async function start(trial) {
  trial.service = startService(trial.home);
  const { url, took } = await trial.service.ready;
  trial.url = url;
  return took;
}

/** A start on what a kill has left, at once. */
export async function restart(trial) {
  trial.restarts.push(await start(trial));
}

export async function setUp(trial, coursesEach) {
  trial.cookie = await setUpClinic(trial.url, await trial.service.setupToken());
  trial.clients = await makeClients(trial.url, trial.cookie, coursesEach);
}

/** Lets all clients write for a moment, and kills in the midst of it. */
export async function writeAndKill(trial, way) {
  const before = countAcknowledged(trial);
  const writing = trial.clients.map((client) => client.writeUntilLost(trial.url));
  const stopped = writing.map(async (one) => {
    await one;
    throw new Error('a client was left without an answer before the kill');
  });
  await Promise.race([sleep(200 + Math.random() * 500), ...stopped]);
  await killService(trial, way);
  await Promise.all(writing);
  trial.acknowledged += countAcknowledged(trial) - before;
}

export function countAcknowledged({ clients }) {
  return clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
}

/** Where the postmaster alone is killed, the service has to leave by itself. */
export async function killService(trial, way) {
  kill(victims[way](familyOf(trial.service.pid)));
  trial.kills += 1;
  const late = sleep(LEAVING_IN_MS, null, { ref: false }).then(() => {
    throw new Error(`the service still runs ${LEAVING_IN_MS / 1000} s after the kill`);
  });
  await Promise.race([trial.service.ended, late]);
}

/** What the tables hold, what the service answers and what runs, compared with what ought to be. */
export async function look(trial) {
  const { lost, broken } = await checkRecords(await databaseIn(join(trial.home, 'data')), trial.clients);
  const unseen = await checkAnswers(trial.url, trial.cookie, trial.clients);
  for (const key of [...lost, ...unseen]) trial.lost.add(key);
  trial.faults.push(...broken);
  await settle(trial, 1);
}

export async function stop(trial) {
  await stopService(trial.service);
  await settle(trial, 0);
}

/** One PostgreSQL for a service that runs, none for one that stopped, and nothing of an earlier one. */
async function settle({ home, service, orphans, faults }, wanted) {
  const left = () => orphansOf(home, service.pid);
  const servers = () => familyOf(service.pid).filter(isPostmaster).length;
  const settled = () => left().length === 0 && servers() === wanted;
  await until(settled, 'not settled', SETTLING_IN_MS).catch(() => {
    for (const { pid, command } of left()) orphans.set(pid, command);
    if (servers() !== wanted) faults.push(`${servers()} PostgreSQL servers run, not ${wanted}`);
  });
}
