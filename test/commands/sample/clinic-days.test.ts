import { describe, expect, test } from '@jest/globals';
import {
  delayed,
  eightQuarters,
  nextStartDay,
  startDays,
  startsOver,
  workday,
} from '../../../src/commands/sample/clinic-days.js';
import { seededRandom } from '../../../src/commands/sample/random.js';

// March 2026 begins on a Sunday, so its Mondays are the 2nd, 9th, 16th, 23rd and 30th.
describe('the days of a clinic', () => {
  test('a series begins on a Monday or a Tuesday', () => {
    expect(startDays('2026-03-01', '2026-03-10')).toEqual(['2026-03-02', '2026-03-03', '2026-03-09', '2026-03-10']);
    expect(startDays('2026-03-04', '2026-03-08')).toEqual([]);
    expect(startDays('2026-03-10', '2026-03-01')).toEqual([]);
    expect(nextStartDay('2026-03-04')).toBe('2026-03-09');
    expect(nextStartDay('2026-03-03')).toBe('2026-03-03');
  });

  test('nothing happens on a weekend', () => {
    expect(workday('2026-03-07')).toBe('2026-03-06');
    expect(workday('2026-03-08')).toBe('2026-03-09');
    expect(workday('2026-03-05')).toBe('2026-03-05');
  });

  test('a late patient comes on the next workday, and never late from a Friday', () => {
    const random = seededRandom(1);
    const daysFor = (planned: string) => new Set(Array.from({ length: 300 }, () => delayed(random, planned)));
    expect(daysFor('2026-03-05')).toEqual(new Set(['2026-03-05', '2026-03-06']));
    expect(daysFor('2026-03-06')).toEqual(new Set(['2026-03-06']));
  });

  // 2027-12-31 and 60 days is 2028-02-29.
  test('eight quarters end with the last one that is over for 60 days', () => {
    const quarters = eightQuarters('2028-02-29');
    expect(quarters).toHaveLength(8);
    expect(quarters[0]).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(quarters[6]).toEqual({ from: '2027-07-01', to: '2027-09-30' });
    expect(quarters[7]).toEqual({ from: '2027-10-01', to: '2027-12-31' });
    expect(eightQuarters('2028-02-28')[7]).toEqual(quarters[6]);
  });

  test('as many courses begin as were asked for, in order, in these quarters', () => {
    const starts = startsOver(seededRandom(2), '2026-03-20', 100);
    expect(starts).toHaveLength(100);
    expect(starts).toEqual(starts.toSorted());
    expect((starts[0] ?? '') >= '2024-01-01').toBe(true);
    expect((starts.at(-1) ?? '') <= '2025-12-31').toBe(true);
  });
});
