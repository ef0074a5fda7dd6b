import { expect, test } from '@jest/globals';
import { UsageError } from '../../src/commands/usage-error.js';
import { zonedInstant } from '../../src/commands/zoned-instant.js';

test.each([
  ['2026-03-20T17:05:00Z', '2026-03-20T17:05:00.000Z'],
  ['2026-03-20T10:05:00-07:00', '2026-03-20T17:05:00.000Z'],
  ['2026-03-20 10:05 -0700', '2026-03-20T17:05:00.000Z'],
  ['2026-03-20t17:05:00.25z', '2026-03-20T17:05:00.250Z'],
  // Clocks of Denver go from 02:00 to 03:00 on this day: with its offset either is one instant.
  ['2026-03-08T02:30:00-07:00', '2026-03-08T09:30:00.000Z'],
])('%s is the instant %s', (text, instant) => {
  expect(zonedInstant(text).toISOString()).toBe(instant);
});

test.each([
  ['', 'no instant'],
  ['yesterday', 'no instant'],
  ['2026-03-20', 'no instant'],
  ['2026-03-20T17:05:00', 'no instant'],
  ['2026-03-20T17:05:00 America/Denver', 'no instant'],
  ['2026-03-20T17:05:00 something Z', 'no instant'],
  // JavaScript makes 2 March and 1 May of these.
  ['2026-02-30T10:00:00Z', 'no instant'],
  ['2026-04-31T10:00:00+02:00', 'no instant'],
  ['2026-03-20T25:00:00Z', 'no instant'],
  ['2026-03-20T17:05:00-99:00', 'no instant'],
  ['2099-12-31T23:59:59Z', 'is to come'],
])('"%s" is refused: %s', (text, why) => {
  expect(() => zonedInstant(text)).toThrow(UsageError);
  expect(() => zonedInstant(text)).toThrow(why);
});
