import { describe, expect, test } from '@jest/globals';
import { answersWithTotal, HIGHEST_TOTAL } from '../../../src/commands/sample/answers.js';
import { seededRandom } from '../../../src/commands/sample/random.js';

const random = seededRandom(11);
const forms = Array.from({ length: HIGHEST_TOTAL + 1 }, (_, total) =>
  Array.from({ length: 20 }, () => ({ total, answers: answersWithTotal(random, total) })),
).flat();

describe('the answers of a made-up form', () => {
  test('are 18 whole numbers from 0 to 4', () => {
    for (const { answers } of forms) {
      expect(answers).toHaveLength(18);
      for (const answer of answers) expect([0, 1, 2, 3, 4]).toContain(answer);
    }
  });

  test('add up to the total over items 1 to 16', () => {
    for (const { total, answers } of forms) {
      let sum = 0;
      for (let item = 1; item <= 16; item += 1) sum += answers[item - 1] ?? 0;
      expect(sum).toBe(total);
    }
  });

  test('never say much of both an item and its opposite', () => {
    for (const { answers } of forms) {
      const [, , less = 0, more = 0, insomnia = 0, hypersomnia = 0] = answers;
      expect(less >= 3 && more >= 3).toBe(false);
      expect(insomnia >= 3 && hypersomnia >= 3).toBe(false);
    }
  });

  test('hold a wish to be dead in every severe form, and none in a mild one', () => {
    for (const { total, answers } of forms) {
      const [wish = 0, thoughts = 0] = answers.slice(13, 15);
      if (total >= 46) expect(wish).toBeGreaterThanOrEqual(1);
      if (total <= 30) expect([wish, thoughts]).toEqual([0, 0]);
    }
  });
});
