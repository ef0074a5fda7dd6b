import { expect, test } from '@jest/globals';
import { ENDINGS, endingLabel, endingOf } from '../../../../src/domain/course/judgement/ending.js';
import { STOP_REASONS } from '../../../../src/domain/course/record/stop-reasons.js';

test('a course ends at its end, for its reason, or without a further visit', () => {
  expect(endingOf('completed', null)).toBe('completed');
  // Stopped after its sixth score.
  expect(endingOf('completed', 'better')).toBe('completed');
  expect(endingOf('stopped', 'cost')).toBe('cost');
  expect(endingOf('stopped', null)).toBe('unknown');
  expect(endingOf('lost', null)).toBe('noFurtherVisit');
});

test('every reason for stopping is an ending with its own words', () => {
  expect(ENDINGS).toMatchObject(STOP_REASONS);
  expect(endingLabel('noFurtherVisit')).toBe('No further visit');
});

test.each(['', 'side effects', 'toString', 'constructor', '__proto__'])('no ending is guessed from %j', (text) => {
  expect(endingLabel(text)).toBe(text);
});
