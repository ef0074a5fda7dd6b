import { describe, expect, test } from '@jest/globals';
import { markBacktest, type MarkedStarter, type MarkBacktest } from '../../../src/domain/cohort/mark-backtest.js';

const NOT = { noImprovement: false, rising: null, reliablyWorse: false, silent: false };

function starters(n: number, rising: boolean | null, responded: boolean, scoredAtInfusion6 = true): MarkedStarter[] {
  return Array.from({ length: n }, () => ({ marks: { ...NOT, rising }, responded, scoredAtInfusion6 }));
}

function risingOf(all: readonly MarkedStarter[]): MarkBacktest {
  const found = markBacktest(all).find(({ mark }) => mark === 'rising');
  if (!found) throw new Error('not there');
  return found;
}

describe('20 were marked of whom 4 responded, 30 were not of whom 21 did', () => {
  const all = [
    ...starters(4, true, true),
    ...starters(10, true, false),
    ...starters(6, true, false, false),
    ...starters(21, false, true),
    ...starters(9, false, false),
    ...starters(7, null, false, false),
  ];
  const rising = risingOf(all);

  // Wilson, by hand for 4 of 20 with z = 1.959964, z² = 3.841459: middle (0.2 + 3.841459 / 40) / (1 + 3.841459 / 20) =
  // 0.296036 / 1.192073 = 0.248337; half 1.959964 x sqrt(0.2 x 0.8 / 20 + 3.841459 / 1600) / 1.192073 = 0.167680: 8.07 to 41.60 %.
  // The others by the same formula, in Python: 21 of 30: 52.12 to 83.34; 16 of 25: 44.52 to 79.75; 4 of 25: 6.40 to 34.65.
  test.each([
    ['responded of the marked', rising.marked.responded, 4, 20, 20, 8.066, 41.602],
    ['responded of the others', rising.notMarked.responded, 21, 30, 70, 52.124, 83.335],
    ['did not respond and were marked', rising.found, 16, 25, 64, 44.518, 79.752],
    ['responded and were marked all the same', rising.falseAlarms, 4, 25, 16, 6.403, 34.654],
  ])('%s', (_, figure, count, n, percent, lower, upper) => {
    expect(figure).toMatchObject({ count, n });
    expect(figure.percent).toBeCloseTo(percent, 3);
    expect(figure.ci95[0]).toBeCloseTo(lower, 3);
    expect(figure.ci95[1]).toBeCloseTo(upper, 3);
  });

  test('the marked responded less often, by 50 points', () => {
    // Newcombe: -50 - sqrt((20 - 8.066)² + (83.335 - 70)²) = -67.896; -50 + sqrt((41.602 - 20)² + (70 - 52.124)²) = -21.961.
    expect(rising.difference.difference).toBeCloseTo(-50, 9);
    expect(rising.difference.ci95[0]).toBeCloseTo(-67.896, 3);
    expect(rising.difference.ci95[1]).toBeCloseTo(-21.961, 3);
    expect(rising.reading).toBe(
      'Who was marked responded less often, by 50 percentage points (95 % interval 22 to 68).',
    );
  });

  test('who has no score at infusion 6 did not respond, and is counted apart', () => {
    expect([rising.marked.withoutInfusion6, rising.notMarked.withoutInfusion6]).toEqual([6, 0]);
  });

  test('seven with too few scores are on neither side', () => {
    expect(rising.notJudged).toBe(7);
  });
});

describe('what follows in words', () => {
  const reading = (marked: [responded: number, not: number], others: [responded: number, not: number]) =>
    risingOf([
      ...starters(marked[0], true, true),
      ...starters(marked[1], true, false),
      ...starters(others[0], false, true),
      ...starters(others[1], false, false),
    ]).reading;

  test.each<[string, [number, number], [number, number], string]>([
    ['nobody marked', [0, 0], [20, 10], 'Nobody was marked, so nothing can be said.'],
    ['nine marked', [2, 7], [20, 10], 'Too few to tell: 9 courses marked, 30 not.'],
    ['nine others', [2, 20], [4, 5], 'Too few to tell: 22 courses marked, 9 not.'],
    // 9 of 12 and 6 of 12 are 25 points apart, -12 to 54.
    ['25 points among 24', [9, 3], [6, 6], 'Marked or not, chance alone can explain the difference in response.'],
    // 11 of 12 and 3 of 12 are 66.7 points apart, 27.6 to 84.2.
    [
      'a mark that points the wrong way',
      [11, 1],
      [3, 9],
      'Who was marked responded more often, by 67 percentage points (95 % interval 28 to 84): here it does not find who needs a look.',
    ],
  ])('%s', (_, marked, others, said) => {
    expect(reading(marked, others)).toBe(said);
  });
});

test('of a clinic without a course nothing is said', () => {
  for (const { marked, found, reading } of markBacktest([])) {
    expect([marked.responded.percent, found.percent]).toEqual([null, null]);
    expect(reading).toBe('Nobody was marked, so nothing can be said.');
  }
});
