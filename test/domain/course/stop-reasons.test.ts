import { expect, test } from '@jest/globals';
import {
  MISSED_REASONS,
  STOP_REASONS,
  parseMissedReason,
  parseStopReason,
} from '../../../src/domain/course/stop-reasons.js';

test('every listed reason for stopping is understood', () => {
  expect(Object.keys(STOP_REASONS).map(parseStopReason)).toEqual(Object.keys(STOP_REASONS));
});

test('every listed reason for a missing score is understood', () => {
  expect(Object.keys(MISSED_REASONS).map(parseMissedReason)).toEqual(Object.keys(MISSED_REASONS));
});

test.each(['', 'side effects', 'Side effects', 'toString', 'constructor', '__proto__', 'noShow'])(
  'no reason for stopping is guessed from %j',
  (text) => {
    expect(parseStopReason(text)).toBeNull();
  },
);

test.each(['', 'no show', 'noshow', 'hasOwnProperty', 'cost'])(
  'no reason for a missing score is guessed from %j',
  (text) => {
    expect(parseMissedReason(text)).toBeNull();
  },
);
