import { expect, test } from '@jest/globals';
import { WorkerQueue } from '../src/worker-queue.js';

test('a caller who waits for a worker that ends gets its error, and nothing is answered', async () => {
  const busy = 'Many wait.';
  const queue = new WorkerQueue({ file: 'no-such-file.js', mostWaiting: 2, busy, longest: 60_000, tooLong: '' });
  const settled = await Promise.allSettled([queue.run(1), queue.run(2), queue.run(3)]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  for (const waited of settled.slice(0, 2)) {
    const reason: unknown = expect.objectContaining({ message: expect.stringMatching(/^Cannot find module/) });
    expect(waited).toMatchObject({ reason });
  }
  expect(settled[2]).toMatchObject({
    reason: { type: 'too-many', detail: 'Many wait. Try again in 2 seconds.' },
  });
  // The next one starts a new worker, which fails as well.
  await expect(queue.run(4)).rejects.toThrow('no-such-file.js');
});

test('a job that takes too long is given up, and those behind it are done', async () => {
  const tooLong = 'It took too long.';
  const file = '../test/support/slow.worker.mjs';
  const queue = new WorkerQueue<string, string>({ file, mostWaiting: 9, busy: 'Many wait.', longest: 2000, tooLong });
  try {
    const settled = await Promise.allSettled([queue.run('first'), queue.run('forever'), queue.run('behind')]);
    expect(settled).toMatchObject([
      { status: 'fulfilled', value: 'first' },
      { status: 'rejected', reason: { type: 'unavailable', detail: tooLong } },
      { status: 'fulfilled', value: 'behind' },
    ]);
    expect(await queue.run('later')).toBe('later');
  } finally {
    await queue.close();
  }
});
