import { expect, test } from '@jest/globals';
import { STOP_REASONS, parseStopReason } from '../../../../src/domain/course/record/stop-reasons.js';

test('every listed reason for stopping is understood', () => {
  expect(Object.keys(STOP_REASONS).map(parseStopReason)).toEqual(Object.keys(STOP_REASONS));
});

test.each(['', 'side effects', 'Side effects', 'toString', 'constructor', '__proto__', 'noShow'])(
  'no reason for stopping is guessed from %j',
  (text) => {
    expect(parseStopReason(text)).toBeNull();
  },
);
