import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockHolder, takeLock } from '../../../src/database/embedded/service-lock.js';

let place: string;

beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'cudos-lock-'));
});
afterEach(() => rm(place, { recursive: true, force: true }));

test('of ten services that start at once, one gets the directory', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => takeLock(place)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await lockHolder(place))?.pid).toBe(process.pid);
});

test('a lock from before a restart of the machine is stale', async () => {
  const old = { ...(await written()), bootId: 'another' };
  await writeFile(join(place, 'service.lock'), JSON.stringify(old));
  expect(await lockHolder(place)).toBeNull();
  const unlock = await takeLock(place);
  expect((await lockHolder(place))?.pid).toBe(process.pid);
  await unlock();
  expect(await readdir(place)).toEqual([]);
});

test('giving back leaves a lock alone that is not one’s own any more', async () => {
  const unlock = await takeLock(place);
  await writeFile(join(place, 'service.lock'), '{"pid":1}');
  await unlock();
  expect(await readdir(place)).toEqual(['service.lock']);
});

async function written(): Promise<object> {
  const unlock = await takeLock(place);
  const lock = JSON.parse(await readFile(join(place, 'service.lock'), 'utf8')) as object;
  await unlock();
  return lock;
}
