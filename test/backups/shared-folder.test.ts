import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { holdFolder } from '../../src/backups/backup-lock.js';
import { isBeingMade } from '../../src/backups/make-backup.js';
import { scratchFolder } from '../support/process.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
const UNFINISHED = '2026-03-20T17-00-00Z.unfinished';
const at = (...names: string[]) => join(folder.path, ...names);
beforeEach(async () => {
  folder = await scratchFolder();
  await mkdir(at(UNFINISHED));
});
afterEach(() => folder.remove());

/** What a process of another machine wrote, so many seconds ago. */
async function elsewhere(secondsAgo: number): Promise<void> {
  // Its number is taken here too, by another program.
  await writeFile(at(UNFINISHED, 'service.lock'), JSON.stringify({ pid: 1, startedAt: '7', bootId: 'of another' }));
  await writeFile(at(UNFINISHED, 'being-made'), 'another-machine');
  const then = Date.now() / 1000 - secondsAgo;
  await utimes(at(UNFINISHED, 'being-made'), then, then);
}

test('a backup that another machine is making in a shared folder is not taken for a dead one', async () => {
  await elsewhere(15);
  expect(await isBeingMade(folder.path)).toBe(true);
});

test('a machine that gave no sign of life for two minutes is not at it any more', async () => {
  await elsewhere(130);
  expect(await isBeingMade(folder.path)).toBe(false);
  expect(await readdir(folder.path)).toEqual([UNFINISHED]);
});

test('a folder is held until it is let go, and nothing of that is left in it', async () => {
  const letGo = await holdFolder(at(UNFINISHED));
  expect(await isBeingMade(folder.path)).toBe(true);
  await letGo();
  expect(await isBeingMade(folder.path)).toBe(false);
  expect(await readdir(at(UNFINISHED))).toEqual([]);
});
