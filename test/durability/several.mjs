import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../src/build.mjs';
import { startRoundRobin } from '../support/round-robin.ts';
import { checkAnswers, checkRecords } from './check.mjs';
import { makeClients, setUpClinic } from './clients.mjs';
import { startService, stopService } from './service.mjs';

const PROCESSES = 3;
const DATABASE = 'dist/server/src/database/embedded/launcher.js';

/**
 * Three processes of the service on one database, behind a proxy. In each round one of them is killed while clients write,
 * who go on with the others, and starts again.
 */
export async function killOneOfSeveral(trial, rounds) {
  const { startEmbedded } = await import(join(root, DATABASE));
  const database = await startEmbedded({ dataDir: join(trial.home, 'data'), runAs: process.env.DATABASE_ACCOUNT });
  const services = [];
  const proxy = await startRoundRobin(() => services.map(({ url }) => url));
  try {
    for (let number = 0; number < PROCESSES; number += 1) services.push(await started(trial.home, database.url));
    trial.cookie = await setUpClinic(proxy.url, await services[0].setupToken());
    trial.clients = await makeClients(proxy.url, trial.cookie, rounds);
    for (let round = 0; round < rounds; round += 1) {
      await killOne(trial, services, round % PROCESSES, { proxy, database });
      await look(trial, proxy.url, database.url);
    }
    for (const service of services) await stopService(service);
  } finally {
    for (const { pid } of services) killWhereRunning(pid);
    await proxy.close();
    await database.stop();
  }
}

async function started(home, url) {
  const service = startService(home, { DATABASE_URL: url, TRUST_PROXY: 'yes' });
  const { url: at, took } = await service.ready;
  return { ...service, url: at, took };
}

async function killOne(trial, services, number, { proxy, database }) {
  const before = countOf(trial);
  let stop = false;
  const writing = trial.clients.map((client) => client.writeUntil(() => stop, proxy.url));
  await sleep(200 + Math.random() * 300);
  process.kill(services[number].pid, 'SIGKILL');
  trial.kills += 1;
  await services[number].ended;
  services[number] = await started(trial.home, database.url);
  trial.restarts.push(services[number].took);
  stop = true;
  await Promise.all(writing);
  trial.acknowledged += countOf(trial) - before;
}

async function look(trial, url, databaseUrl) {
  const { lost, broken } = await checkRecords(databaseUrl, trial.clients);
  const unseen = await checkAnswers(url, trial.cookie, trial.clients);
  for (const key of [...lost, ...unseen]) trial.lost.add(key);
  trial.faults.push(...broken);
}

function countOf({ clients }) {
  return clients.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
}

function killWhereRunning(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It stopped in good order.
  }
}
