import { describe, expect, test } from '@jest/globals';
import { dateInWords } from '../../../src/domain/calendar/date-words.js';
import { showInstant } from '../../../src/web/components/dates.js';

// Offsets and abbreviations as the IANA database has them: Denver is 7 hours behind UTC in winter (MST), 6 in summer (MDT);
// Berlin 1 ahead in winter (CET); Sydney 11 in its summer (AEDT); Tokyo 9, which English has no short name for.
describe('an instant in the zone of the clinic', () => {
  test.each([
    ['America/Denver', '2026-03-04T17:15:00Z', '4 Mar 2026, 10:15 MST'],
    ['America/Denver', '2026-07-04T17:15:00Z', '4 Jul 2026, 11:15 MDT'],
    ['America/Phoenix', '2026-07-04T17:15:00Z', '4 Jul 2026, 10:15 MST'],
    ['America/Denver', '2026-03-05T06:59:00Z', '4 Mar 2026, 23:59 MST'],
    ['America/Denver', '2026-03-05T07:00:00Z', '5 Mar 2026, 00:00 MST'],
    ['Europe/Berlin', '2026-01-04T17:15:00Z', '4 Jan 2026, 18:15 CET'],
    ['Europe/London', '2026-01-04T17:15:00Z', '4 Jan 2026, 17:15 GMT'],
    ['Australia/Sydney', '2026-01-04T17:15:00Z', '5 Jan 2026, 04:15 AEDT'],
    ['Asia/Tokyo', '2026-01-04T17:15:00Z', '5 Jan 2026, 02:15 GMT+9'],
  ])('in %s %s is %s', (zone, instant, shown) => {
    expect(showInstant(instant, zone)).toBe(shown);
  });

  test('a calendar date does not move with any zone', () => {
    expect(dateInWords('2026-03-04')).toBe('4 Mar 2026');
  });
});
