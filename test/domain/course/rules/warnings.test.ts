import { describe, expect, test } from '@jest/globals';
import type { SlotRecord } from '../../../../src/domain/course/record/course-record.js';
import type { SlotName } from '../../../../src/domain/course/record/slots.js';
import { softWarnings } from '../../../../src/domain/course/rules/warnings.js';
import { courseWith, missed, scored } from '../course-builder.js';

const warningsAt = (slot: SlotName, ...slots: SlotRecord[]) => softWarnings(courseWith(slots), slot);

describe('a large change', () => {
  const first = scored('infusion-1', 50, '2026-03-02');

  test('of 35 points in 3 days is warned of, with both scores and dates', () => {
    expect(warningsAt('infusion-2', first, scored('infusion-2', 15, '2026-03-05'))).toEqual([
      {
        rule: 'large-change',
        message:
          'From 50 at infusion 1 (2 Mar 2026) to 15 at infusion 2 (5 Mar 2026) is a change of ' +
          '35 points within 3 days. Check both scores and dates.',
      },
    ]);
  });

  test('of exactly 30 points is not warned of', () => {
    expect(warningsAt('infusion-2', first, scored('infusion-2', 20, '2026-03-05'))).toEqual([]);
  });

  test('of 31 points is warned of', () => {
    expect(warningsAt('infusion-2', first, scored('infusion-2', 19, '2026-03-05'))).toHaveLength(1);
  });

  test('over 4 days is not warned of', () => {
    expect(warningsAt('infusion-2', first, scored('infusion-2', 15, '2026-03-06'))).toEqual([]);
  });

  test('upwards is warned of too', () => {
    const low = scored('infusion-1', 10, '2026-03-02');
    expect(warningsAt('infusion-2', low, scored('infusion-2', 41, '2026-03-03'))).toHaveLength(1);
  });

  test('is seen from the earlier score as well, when that one is typed late', () => {
    expect(warningsAt('infusion-1', first, scored('infusion-2', 15, '2026-03-05'))).toHaveLength(1);
  });

  test('before and after gives two warnings', () => {
    const slots = [first, scored('infusion-2', 15, '2026-03-05'), scored('infusion-3', 50, '2026-03-08')];
    expect(warningsAt('infusion-2', ...slots)).toHaveLength(2);
  });

  test('is measured against the nearest score, over a missed visit', () => {
    const slots = [first, missed('infusion-2', '2026-03-03'), scored('infusion-3', 15, '2026-03-04')];
    expect(warningsAt('infusion-3', ...slots)).toHaveLength(1);
  });

  test('elsewhere in the course is no concern of this slot', () => {
    const slots = [first, scored('infusion-2', 15, '2026-03-05'), scored('infusion-3', 14, '2026-03-09')];
    expect(warningsAt('infusion-3', ...slots)).toEqual([]);
  });

  test('has nothing to compare at a missed or an empty slot', () => {
    expect(warningsAt('infusion-2', first, missed('infusion-2'))).toEqual([]);
    expect(warningsAt('infusion-2', first)).toEqual([]);
  });
});

describe('opposite answers', () => {
  const formWith = (answers: Record<number, number | null>): SlotRecord => ({
    ...scored('infusion-1', 20, '2026-03-02'),
    answers: Array.from({ length: 18 }, (_, index) => answers[index + 1] ?? 0),
  });

  test('about appetite, both 3, are warned of', () => {
    expect(warningsAt('infusion-1', formWith({ 3: 3, 4: 3 }))).toEqual([
      {
        rule: 'opposite-answers',
        message:
          'Items 3 (Appetite decreased) and 4 (Appetite increased) are opposites, and both ' +
          'were answered 3 or higher. Check with the patient.',
      },
    ]);
  });

  test('about sleep, 3 and 4, are warned of', () => {
    expect(warningsAt('infusion-1', formWith({ 5: 3, 6: 4 }))).toHaveLength(1);
  });

  test('about both are two warnings', () => {
    expect(warningsAt('infusion-1', formWith({ 3: 4, 4: 4, 5: 4, 6: 4 }))).toHaveLength(2);
  });

  test.each<[Record<number, number>, string]>([
    [{ 3: 3, 4: 2 }, 'one of them is low'],
    [{ 4: 4, 5: 4 }, 'they are not a pair'],
    [{ 3: 4 }, 'the other is 0'],
  ])('%p are not warned of: %s', (answers) => {
    expect(warningsAt('infusion-1', formWith(answers))).toEqual([]);
  });

  test('need both answers', () => {
    const form = formWith({ 3: 4 });
    const answers = form.answers!.map((answer, index) => (index === 3 ? null : answer));
    expect(warningsAt('infusion-1', { ...form, answers })).toEqual([]);
  });
});

describe('an unlikely date', () => {
  const first = scored('infusion-1', 40, '2026-03-02');
  const rules = (slot: SlotName, ...slots: SlotRecord[]) => warningsAt(slot, ...slots).map(({ rule }) => rule);

  test('is one on the day of another infusion', () => {
    expect(rules('infusion-2', first, scored('infusion-2', 38, '2026-03-02'))).toEqual(['infusions-on-one-day']);
  });

  // Infusion 2 is planned 3 days after the first: 24 days are 21 more, 25 are 22 more.
  test('is one 22 days later than planned, and not one 21 days later', () => {
    expect(rules('infusion-2', first, scored('infusion-2', 38, '2026-03-26'))).toEqual([]);
    expect(rules('infusion-2', first, scored('infusion-2', 38, '2026-03-27'))).toEqual(['infusions-weeks-apart']);
  });

  // 63 days are 60 more, 64 are 61 more.
  test('is another, of a year or a month typed wrong, from 61 days later than planned on', () => {
    expect(rules('infusion-2', first, scored('infusion-2', 38, '2026-05-04'))).toEqual(['infusions-weeks-apart']);
    expect(rules('infusion-2', first, scored('infusion-2', 38, '2026-05-05'))).toEqual(['date-far-from-plan']);
  });

  test('is warned of at both ends of the gap, and of missed visits too', () => {
    const slots = [scored('infusion-1', 40, '2025-03-02'), missed('infusion-2', '2026-03-05')];
    expect(rules('infusion-1', ...slots)).toEqual(['date-far-from-plan']);
    expect(rules('infusion-2', ...slots)).toEqual(['date-far-from-plan']);
  });

  // The course began on 2 March: 23 March is 21 days later, 24 March 22.
  test('is that of a baseline more than 21 days after the start', () => {
    expect(rules('infusion-1', scored('infusion-1', 40, '2026-03-23'))).toEqual([]);
    expect(rules('infusion-1', scored('infusion-1', 40, '2026-03-24'))).toEqual(['baseline-long-after-start']);
  });
});
