import { expect, test } from '@jest/globals';
import { likelyDay } from '../../../../src/domain/course/rules/likely-day.js';

const TODAY = '2026-03-20';

test.each([
  ['a visit that nothing follows is of today', '2026-03-05', null, TODAY],
  ['a visit before one that is over is of its planned day', '2026-03-05', '2026-03-09', '2026-03-05'],
  ['a visit before one of today can be of today', '2026-03-05', TODAY, TODAY],
  ['a visit without a planned day is of today', null, '2026-03-09', TODAY],
  ['a visit that is planned for later is of today', '2026-03-23', '2026-03-09', TODAY],
])('%s', (_fact, dueOn, nextOn, day) => {
  expect(likelyDay({ dueOn, nextOn }, TODAY)).toBe(day);
});
