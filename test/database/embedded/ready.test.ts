import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { openLog } from '../../../src/database/embedded/log-file.js';
import { untilReady } from '../../../src/database/embedded/ready.js';
import { scratchFolder } from '../../support/process.js';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
let cutting: Server;
/** How often somebody was let in and cut off at once. */
let cut = 0;
let end: (ended: { status: number; reason: string }) => void;

beforeAll(async () => {
  folder = await scratchFolder();
  cutting = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .resume()
      .end();
    cut += 1;
    if (cut === 3) end({ status: 1, reason: 'it exited with 1' });
  });
  await once(cutting.listen(join(folder.path, '.s.PGSQL.5432')), 'listening');
});

afterAll(async () => {
  await new Promise((closed) => cutting.close(closed));
  await folder.remove();
});

test('a server that cuts off who waits for it, because it ends, is told by its own reason', async () => {
  const log = await openLog(folder.path);
  const ended = new Promise<{ status: number; reason: string }>((resolve) => (end = resolve));
  const server = { ended, pid: undefined, stop: () => undefined };
  await expect(untilReady(server, folder.path, log)).rejects.toThrow('PostgreSQL did not start: it exited with 1');
  expect(cut).toBeGreaterThanOrEqual(3);
  await log.close();
});
