import { describe, expect, test } from '@jest/globals';
import { LoadingCache } from '../../../src/published/documents/loading-cache.js';

/** A cache of texts, as large as they are long, with the count of how often each was made. */
function cacheOf(max: number, ttl?: number) {
  const made: string[] = [];
  const time = { now: 1_000 };
  const cache = new LoadingCache<string>({
    max,
    ttl,
    sizeOf: (text) => text.length,
    now: () => time.now,
  });
  const ask = (text: string) =>
    cache.get(text, () => {
      made.push(text);
      return text;
    });
  return { cache, ask, made, time };
}

describe('what was made', () => {
  test('is made once', async () => {
    const { ask, made } = cacheOf(10);
    expect([await ask('a'), await ask('a'), await ask('b')]).toEqual(['a', 'a', 'b']);
    expect(made).toEqual(['a', 'b']);
  });

  test('is made once also for those who ask while it is being made', async () => {
    const { ask, made } = cacheOf(10);
    await Promise.all([ask('a'), ask('a'), ask('a')]);
    expect(made).toEqual(['a']);
  });

  test('is made again once its time is over', async () => {
    const { ask, made, time } = cacheOf(10, 100);
    await ask('a');
    time.now += 99;
    await ask('a');
    time.now += 1;
    await ask('a');
    expect(made).toEqual(['a', 'a']);
  });

  test('gives way, the one not asked for the longest first', async () => {
    const { ask, made } = cacheOf(6);
    for (const text of ['aa', 'bb', 'cc', 'aa', 'dd']) await ask(text);
    // bb went for dd: aa was asked for since.
    for (const text of ['aa', 'cc', 'dd', 'bb']) await ask(text);
    expect(made).toEqual(['aa', 'bb', 'cc', 'dd', 'bb']);
  });

  test('is not kept where it is heavier than all there may be', async () => {
    const { ask, made } = cacheOf(3);
    await ask('aaaa');
    await ask('aaaa');
    expect(made).toEqual(['aaaa', 'aaaa']);
  });

  test('is forgotten when all is', async () => {
    const { ask, made, cache } = cacheOf(10);
    await ask('a');
    cache.clear();
    await ask('a');
    expect(made).toEqual(['a', 'a']);
  });
});

test('what can’t be made is tried again by the next who asks', async () => {
  const { cache } = cacheOf(10);
  const fails = () => Promise.reject(new Error('no'));
  await expect(cache.get('a', fails)).rejects.toThrow('no');
  expect(await cache.get('a', () => 'made')).toBe('made');
});

test('what is forgotten while it is being made reaches who waits, and is made again for the next', async () => {
  const { cache, made, ask } = cacheOf(10);
  let finish = (_text: string): void => undefined;
  const waiting = cache.get('a', () => new Promise<string>((resolve) => (finish = resolve)));
  cache.clear();
  finish('before');
  expect(await waiting).toBe('before');
  expect(await ask('a')).toBe('a');
  expect(made).toEqual(['a']);
});
