import { expect, test } from '@jest/globals';
import { Turns } from '../../../src/spreadsheets/importing/turns.js';

test('work with one key takes turns, also after work that failed; other keys do not wait', async () => {
  const turns = new Turns();
  const said: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      said.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      said.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.allSettled([
    turns.take('a', work('first', true)),
    turns.take('a', work('second')),
    turns.take('b', work('other')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(said.indexOf('second begins')).toBeGreaterThan(said.indexOf('first ends'));
  expect(said.indexOf('other begins')).toBeLessThan(said.indexOf('first ends'));
});
