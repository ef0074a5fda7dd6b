import { expect, test } from '@jest/globals';
import { followUpOn } from '../../../../src/domain/course/rules/follow-up-week.js';

// The series ended on 19 March 2026. Days by the calendar: April 16 is 28 days later, of which 4 weeks are made.
test.each([
  ['2026-04-16', 'follow-up-4'],
  // 31 days, 4.4 weeks.
  ['2026-04-19', 'follow-up-4'],
  // 32 days, 4.6 weeks.
  ['2026-04-20', 'follow-up-5'],
  // 12 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 + 31 = 287 days to 31 December 2026, 365 to that of 2027, 36 more: 688, 98.3 weeks.
  ['2028-02-05', 'follow-up-98'],
  // 4 days, 0.6 weeks.
  ['2026-03-23', 'follow-up-1'],
])('a score of %s is of %s', (assessedOn, slot) => {
  expect(followUpOn('2026-03-19', assessedOn)).toBe(slot);
});

test.each([['2026-03-22'], ['2026-03-19'], ['2026-03-01'], ['2028-03-24']])(
  'a score of %s is of none',
  (assessedOn) => {
    expect(followUpOn('2026-03-19', assessedOn)).toBeNull();
  },
);

test('without a day of the last infusion it is of none', () => {
  expect(followUpOn(null, '2026-04-16')).toBeNull();
});
