import { describe, expect, test } from '@jest/globals';
import { BoundedMemory } from '../../../src/published/documents/bounded-memory.js';

/** A memory of texts, as heavy as they are long, with the count of how often each was made. */
function memoryOf(most: number, milliseconds?: number) {
  const made: string[] = [];
  const time = { now: 0 };
  const memory = new BoundedMemory<string>({
    most,
    milliseconds,
    weigh: (text) => text.length,
    now: () => time.now,
  });
  const ask = (text: string) =>
    memory.of(text, () => {
      made.push(text);
      return text;
    });
  return { memory, ask, made, time };
}

describe('what was made', () => {
  test('is made once', async () => {
    const { ask, made } = memoryOf(10);
    expect([await ask('a'), await ask('a'), await ask('b')]).toEqual(['a', 'a', 'b']);
    expect(made).toEqual(['a', 'b']);
  });

  test('is made once also for those who ask while it is being made', async () => {
    const { ask, made } = memoryOf(10);
    await Promise.all([ask('a'), ask('a'), ask('a')]);
    expect(made).toEqual(['a']);
  });

  test('is made anew once its time is over', async () => {
    const { ask, made, time } = memoryOf(10, 100);
    await ask('a');
    time.now = 99;
    await ask('a');
    time.now = 100;
    await ask('a');
    expect(made).toEqual(['a', 'a']);
  });

  test('gives way, the one not asked for the longest first', async () => {
    const { ask, made } = memoryOf(6);
    for (const text of ['aa', 'bb', 'cc', 'aa', 'dd']) await ask(text);
    // bb went for dd: aa was asked for since.
    for (const text of ['aa', 'cc', 'dd', 'bb']) await ask(text);
    expect(made).toEqual(['aa', 'bb', 'cc', 'dd', 'bb']);
  });

  test('is not kept where it is heavier than all there may be', async () => {
    const { ask, made } = memoryOf(3);
    await ask('aaaa');
    await ask('aaaa');
    expect(made).toEqual(['aaaa', 'aaaa']);
  });

  test('is forgotten when all is', async () => {
    const { ask, made, memory } = memoryOf(10);
    await ask('a');
    memory.clear();
    await ask('a');
    expect(made).toEqual(['a', 'a']);
  });
});

test('what can’t be made is tried again by the next who asks', async () => {
  const { memory } = memoryOf(10);
  const fails = () => Promise.reject(new Error('no'));
  await expect(memory.of('a', fails)).rejects.toThrow('no');
  expect(await memory.of('a', () => 'made')).toBe('made');
});
