import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkAnswers, checkTotal, noTotalBecause, totalOf } from '../../../src/domain/cudos/score.js';

const rulesOf = (value: unknown) => checkTotal(value).map(({ rule }) => rule);
const form = (changes: Record<number, number | null> = {}, rest: number | null = 0) =>
  Array.from({ length: 18 }, (_, index) => {
    const change = changes[index + 1];
    return change === undefined ? rest : change;
  });

describe('a total', () => {
  test.each([0, 1, 10, 20, 45, 63, 64])('of %d is possible', (total) => {
    expect(checkTotal(total)).toEqual([]);
  });

  test.each([65, 66, 70, 72])('of %d is taken for a sum of all 18 items', (total) => {
    expect(rulesOf(total)).toEqual(['total-of-all-items']);
  });

  test('of 65 is refused with the reason: pages that give 0 to 72 add items 17 and 18', () => {
    const message = checkTotal(65)[0]?.message;
    expect(message).toContain('0 to 72 are wrong');
    expect(message).toContain('items 17 and 18');
    expect(message).toContain('total of all 18 items');
  });

  test.each([
    [73, 'total-too-high'],
    [350, 'total-too-high'],
    [-1, 'total-negative'],
    [-0.5, 'total-negative'],
    [12.5, 'total-not-whole'],
    [64.5, 'total-not-whole'],
    ['12', 'total-not-a-number'],
    ['', 'total-not-a-number'],
    [null, 'total-not-a-number'],
    [undefined, 'total-not-a-number'],
    [NaN, 'total-not-a-number'],
    [Infinity, 'total-not-a-number'],
    [true, 'total-not-a-number'],
    [[12], 'total-not-a-number'],
  ])('of %p is refused as %s', (value, rule) => {
    expect(rulesOf(value)).toEqual([rule]);
  });
});

describe('the answers of a form', () => {
  test('may all be given', () => {
    expect(checkAnswers(form({}, 4))).toEqual([]);
  });

  test('may all be left empty', () => {
    expect(checkAnswers(form({}, null))).toEqual([]);
  });

  test.each([[[]], [form().slice(1)], [[...form(), 0]], ['000000000000000000'], [null], [{}]])(
    'are exactly 18, not %p',
    (answers) => {
      expect(checkAnswers(answers).map(({ rule }) => rule)).toEqual(['answers-not-18']);
    },
  );

  test('have all their faults named at once', () => {
    const faults = checkAnswers(form({ 1: 5, 14: -1, 16: 1.5, 18: NaN }));
    expect(faults.map(({ path }) => path)).toEqual(['/0', '/13', '/15', '/17']);
    expect(faults[1]?.message).toBe('Item 14 (Wish to be dead) must be a whole number from 0 to 4, or empty.');
  });

  test('that are texts are not read as numbers', () => {
    expect(checkAnswers([...form().slice(1), '3']).map(({ path }) => path)).toEqual(['/17']);
  });

  test('that were never set are not taken for empty ones', () => {
    expect(checkAnswers(new Array(18))).toHaveLength(18);
  });
});

describe('the total of a form', () => {
  test('answered 2 throughout is 32, because only 16 items count', () => {
    expect(totalOf(form({}, 2))).toBe(32);
  });

  test('answered 4 throughout is 64', () => {
    expect(totalOf(form({}, 4))).toBe(64);
  });

  test('answered 0 but for interference and quality of life is 0', () => {
    expect(totalOf(form({ 17: 4, 18: 4 }))).toBe(0);
  });

  test('does not need items 17 and 18', () => {
    expect(totalOf(form({ 17: null, 18: null }, 1))).toBe(16);
  });

  test.each(Array.from({ length: 16 }, (_, index) => index + 1))('is not made up when item %d is missing', (item) => {
    expect(totalOf(form({ [item]: null }, 2))).toBeNull();
  });

  test('is not made from an impossible answer', () => {
    expect(totalOf(form({ 3: 5 }))).toBeNull();
    expect(totalOf(form({ 3: 0.5 }))).toBeNull();
  });

  test('is not made from a form that is too short', () => {
    expect(totalOf([4, 4, 4])).toBeNull();
  });

  test('is always a possible total', () => {
    const answer = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 18, maxLength: 18 }), (answers) => {
        expect(checkTotal(totalOf(answers))).toEqual([]);
      }),
    );
  });

  test('rises by one point with any one of the first 16 answers', () => {
    const answers = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 18, maxLength: 18 });
    fc.assert(
      fc.property(answers, fc.integer({ min: 0, max: 15 }), (given, index) => {
        const raised = given.map((answer, at) => (at === index ? answer + 1 : answer));
        expect(totalOf(raised)).toBe((totalOf(given) ?? NaN) + 1);
      }),
    );
  });
});

describe('a form without a total', () => {
  test.each([
    [{ 3: null, 14: null }, 'Items 3 and 14 are'],
    [{ 9: null }, 'Item 9 is'],
    [{ 1: null, 2: null, 16: null, 17: null }, 'Items 1, 2 and 16 are'],
    [{ 4: 5 }, 'Item 4 is'],
  ])('%j says which items are missing: %s', (changes: Record<number, number | null>, subject) => {
    expect(noTotalBecause(form(changes))).toBe(`${subject} not answered; without all 16 there is no total.`);
  });

  test('that was left empty names all 16', () => {
    expect(noTotalBecause(form({}, null))).toBe(
      'Items 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 and 16 are not answered; ' +
        'without all 16 there is no total.',
    );
  });

  test('is one that says why, and a form with a total says nothing', () => {
    const answer = fc.option(fc.integer({ min: 0, max: 4 }), { freq: 12 });
    fc.assert(
      fc.property(fc.array(answer, { minLength: 18, maxLength: 18 }), (answers) => {
        expect(noTotalBecause(answers) === null).toBe(totalOf(answers) !== null);
      }),
    );
  });
});
