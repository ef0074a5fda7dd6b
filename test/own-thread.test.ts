import { expect, test } from '@jest/globals';
import { OwnThread } from '../src/own-thread.js';

test('whoever waits for a thread that ends is told, and nothing is answered', async () => {
  const busy = 'Many wait.';
  const thread = new OwnThread({ file: 'no-such-file.js', mostWaiting: 2, busy });
  const settled = await Promise.allSettled([thread.do(1), thread.do(2), thread.do(3)]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  for (const waited of settled.slice(0, 2)) {
    const reason: unknown = expect.objectContaining({ message: expect.stringMatching(/^Cannot find module/) });
    expect(waited).toMatchObject({ reason });
  }
  expect(settled[2]).toMatchObject({
    reason: { type: 'too-many', detail: 'Many wait. Try again in 2 seconds.' },
  });
  // The next one begins a new thread, which fails as well.
  await expect(thread.do(4)).rejects.toThrow('no-such-file.js');
});
