import { expect, test } from '@jest/globals';
import { comparisonForestChart } from '../../../../src/domain/charts/cohort/comparison-forest.js';
import type { ComparedFigure } from '../../../../src/domain/cohort/comparison.js';

const NAMES = { period: '2026', against: '2025' };

/** A rate of starters: so many of so many on both sides, and the difference in percentage points with its interval. */
function rate(
  name: string,
  [count, n]: [number, number],
  [before, of]: [number, number],
  [difference, from, to]: [number, number, number],
): ComparedFigure {
  const reading = (counted: number, all: number) => ({
    value: (100 * counted) / all,
    n: all,
    count: counted,
    ci95: [null, null] as [null, null],
  });
  return {
    set: 'starters',
    name,
    label: name === 'response' ? 'Response' : 'Worsened',
    unit: 'percent',
    howCounted: '',
    group: 'starters',
    period: reading(count, n),
    against: reading(before, of),
    difference,
    ci95: [from, to],
    interval: 'Newcombe hybrid score, 95 %',
  };
}

// Newcombe (1998), method 10, table II (a): 56 of 70 against 48 of 80 are 0.2000, 0.0524 to 0.3339.
const response = rate('response', [56, 70], [48, 80], [20, 5.24, 33.39]);
// The same, (c): 5 of 56 against 0 of 29 are 0.0893, -0.0381 to 0.1926.
const worsened = rate('worsened', [5, 56], [0, 29], [8.93, -3.81, 19.26]);

test('its title names what chance does not explain, and its rows begin with response', () => {
  const chart = comparisonForestChart([worsened, response], NAMES);
  expect(chart.table.caption).toBe('2026 against 2025: Response higher than chance explains');
  expect(chart.data.labels).toEqual(['Response', 'Worsened']);
  expect(chart.data.datasets[1]?.data).toEqual([
    [5.24, 33.39],
    [-3.81, 19.26],
  ]);
  expect(chart.textAlternative).toContain(
    'Response: 56 of 70 against 48 of 80, 20.0 percentage points (95 % interval 5.2 to 33.4).',
  );
  expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
});

test('it says where chance can explain all, and where too few started', () => {
  expect(comparisonForestChart([worsened], NAMES).table.caption).toBe(
    '2026 against 2025: chance can explain every difference',
  );
  const few = rate('response', [3, 4], [48, 80], [15, -20, 40]);
  const { data, table, textAlternative } = comparisonForestChart([few], NAMES);
  expect(data.datasets).toEqual([]);
  expect(table.rows).toEqual([]);
  expect(textAlternative).toBe(
    '2026 and 2025: too few started to compare. ' +
      'A difference takes at least 5 starters whose course is over in each period; 2026 has 4, 2025 has 80.',
  );
});
