import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { clusterPath, readPostmasterFile, serverProcesses } from '../../../src/database/embedded/cluster.js';
import { startEmbedded } from '../../../src/database/embedded/launcher.js';
import { commandLines, signalAll } from '../../../src/database/embedded/processes.js';
import { compileLauncher, firstLine, makePlace, removePlace, type Compiled } from './child.js';

let compiled: Compiled;
let dataDir: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  compiled = await compileLauncher();
});
afterAll(() => compiled.remove());
beforeEach(async () => {
  dataDir = await makePlace();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await removePlace(dataDir);
});

/** A service in a process of its own that has written one row. */
async function startService(): Promise<ChildProcess> {
  const child = compiled.run(`
    import pg from 'pg';
    const database = await startEmbedded({ dataDir: '${dataDir}' });
    database.onExit((reason) => { console.log(reason); process.exit(1); });
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('CREATE TABLE kept AS SELECT 40 AS score');
    console.log('written');
    setInterval(() => undefined, 1000);`);
  children.push(child);
  expect(await firstLine(child)).toBe('written');
  return child;
}

async function startsWithTheRow(): Promise<void> {
  const database = await startEmbedded({ dataDir });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  expect((await client.query('SELECT score FROM kept')).rows).toEqual([{ score: 40 }]);
  await client.end();
  await database.stop();
  expect(await serverProcesses(clusterPath(dataDir))).toEqual([]);
}

/** The cluster of a service that stopped in good order, to lay something wrong in. */
async function makeStoppedCluster(): Promise<void> {
  const database = await startEmbedded({ dataDir, durability: 'throwaway' });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('CREATE TABLE kept AS SELECT 40 AS score');
  await client.end();
  await database.stop();
}

async function supervisors(): Promise<number[]> {
  return (await commandLines())
    .filter(({ command }) => command.includes('cudos-supervisor') && command.includes(dataDir))
    .map(({ pid }) => pid);
}

/** A process of PostgreSQL's own account that has nothing to do with it. */
async function startStranger(command: string): Promise<ChildProcess> {
  const { uid, gid } = await stat(clusterPath(dataDir));
  const account = process.getuid?.() === 0 ? { uid, gid } : {};
  const stranger = spawn('/bin/sh', ['-c', command], {
    ...account,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(stranger);
  return stranger;
}

test('PostgreSQL stops by itself when the service is killed', async () => {
  const service = await startService();
  service.kill('SIGKILL');
  await once(service, 'close');
  for (let look = 0; look < 100 && (await supervisors()).length > 0; look += 1) await sleep(50);
  expect(await serverProcesses(clusterPath(dataDir))).toEqual([]);
  expect(await supervisors()).toEqual([]);
  await startsWithTheRow();
});

test('the next start stops an orphan whose service and supervisor were killed, and recovers', async () => {
  const service = await startService();
  signalAll(await supervisors(), 'SIGKILL');
  service.kill('SIGKILL');
  await once(service, 'close');
  expect(await serverProcesses(clusterPath(dataDir))).not.toEqual([]);
  await startsWithTheRow();
});

test('a service whose PostgreSQL dies says why, and the next start recovers', async () => {
  const service = await startService();
  const ended = once(service, 'exit');
  const said = once(service.stdout!, 'data');
  const file = await readPostmasterFile(clusterPath(dataDir));
  signalAll([file!.pid], 'SIGKILL');
  expect(String(await said)).toBe('PostgreSQL has stopped: it was ended by signal 9\n');
  expect((await ended)[0]).toBe(1);
  await startsWithTheRow();
});

test('a service killed at its first start leaves nothing that hinders the next', async () => {
  const child = compiled.run(`await startEmbedded({ dataDir: '${dataDir}' });`);
  while (!(await readdir(dataDir)).some((name) => name.startsWith('postgres.unfinished'))) {
    await sleep(5);
  }
  signalAll(await supervisors(), 'SIGKILL');
  child.kill('SIGKILL');
  await once(child, 'close');
  const database = await startEmbedded({ dataDir, durability: 'throwaway' });
  await database.stop();
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);
});

test('a lock whose process number now belongs to another process is stale', async () => {
  await makeStoppedCluster();
  const lock = { pid: process.pid, startedAt: '1', bootId: 'before the power cut' };
  await writeFile(join(dataDir, 'service.lock'), JSON.stringify(lock));
  await startsWithTheRow();
});

test('a lock that was never filled is stale', async () => {
  await makeStoppedCluster();
  await writeFile(join(dataDir, 'service.lock'), '');
  await startsWithTheRow();
});

test('a postmaster.pid whose number now belongs to another process does not hinder', async () => {
  await makeStoppedCluster();
  const stranger = await startStranger('exec sleep 60');
  await writePostmasterFile(stranger.pid!);
  await startsWithTheRow();
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
});

test('a postmaster.pid that names a zombie does not hinder', async () => {
  await makeStoppedCluster();
  // The sleep that takes the shell's place never asks after the child it inherits.
  const parent = await startStranger('sleep 0 & echo $!; exec sleep 60');
  await writePostmasterFile(Number(await firstLine(parent)));
  await startsWithTheRow();
});

test('an empty postmaster.pid, as a power cut may leave it, does not hinder', async () => {
  await makeStoppedCluster();
  await writeFile(join(clusterPath(dataDir), 'postmaster.pid'), '');
  await startsWithTheRow();
});

async function writePostmasterFile(pid: number): Promise<void> {
  const text = `${pid}\n${clusterPath(dataDir)}\n1700000000\n5432\n/tmp/gone\n\n0 0\nready   \n`;
  await writeFile(join(clusterPath(dataDir), 'postmaster.pid'), text);
}

test('a socket directory that a killed start left is removed by the next', async () => {
  const service = await startService();
  const { socketDirectory } = (await readPostmasterFile(clusterPath(dataDir)))!;
  const family = [...(await supervisors()), ...(await serverProcesses(clusterPath(dataDir)))];
  service.kill('SIGKILL');
  signalAll(family, 'SIGKILL');
  await once(service, 'close');
  expect(await readdir(socketDirectory)).not.toEqual([]);
  await startsWithTheRow();
  await expect(readdir(socketDirectory)).rejects.toThrow('ENOENT');
});
