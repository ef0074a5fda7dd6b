import { afterEach, expect, test } from '@jest/globals';
import { settled, windowOf } from '../support/browser.js';
import { testClinic, testCourse } from '../support/clinic.js';
import { allSaved, gridStage, point, versions } from './grid.js';

const { stage } = gridStage();
afterEach(() => stage.app.clock.set('2026-03-20T17:00:00Z'));

/** A table that is open in Denver while one minute passes; the days are what it calls today before and after. */
interface Night {
  from: string;
  to: string;
  before: [shown: string, recorded: string];
  after: [shown: string, recorded: string];
  startedOn: string;
}

const MARCH_8: [string, string] = ['8 Mar 2026', '2026-03-08'];
const MARCH_9: [string, string] = ['9 Mar 2026', '2026-03-09'];
const MARCH_20: [string, string] = ['20 Mar 2026', '2026-03-20'];
const MARCH_21: [string, string] = ['21 Mar 2026', '2026-03-21'];
const NOVEMBER_1: [string, string] = ['1 Nov 2026', '2026-11-01'];
const NOVEMBER_2: [string, string] = ['2 Nov 2026', '2026-11-02'];
const IN_MARCH = { startedOn: '2026-03-02' };
const IN_AUTUMN = { startedOn: '2026-10-29' };

// Denver is 7 hours behind UTC in winter. On 8 March 2026 it goes from 02:00 to 03:00, at 09:00 UTC, and is 6 behind; on
// 1 November from 02:00 back to 01:00, at 08:00 UTC. So 8 March ends at 06:00 UTC, and 1 November at 07:00 UTC.
const NIGHTS: [string, Night][] = [
  [
    'at midnight goes on with the new day',
    {
      from: '2026-03-21T05:59:30Z',
      to: '2026-03-21T06:00:30Z',
      before: MARCH_20,
      after: MARCH_21,
      ...IN_MARCH,
    },
  ],
  [
    'when the clocks go forward stays on its day',
    {
      from: '2026-03-08T08:59:30Z',
      to: '2026-03-08T09:00:30Z',
      before: MARCH_8,
      after: MARCH_8,
      ...IN_MARCH,
    },
  ],
  [
    'at the end of the day of 23 hours goes on with the next',
    {
      from: '2026-03-09T05:59:30Z',
      to: '2026-03-09T06:00:30Z',
      before: MARCH_8,
      after: MARCH_9,
      ...IN_MARCH,
    },
  ],
  [
    'when the clocks go back stays on its day',
    {
      from: '2026-11-01T07:59:30Z',
      to: '2026-11-01T08:00:30Z',
      before: NOVEMBER_1,
      after: NOVEMBER_1,
      ...IN_AUTUMN,
    },
  ],
  [
    'an hour before the end of the day of 25 hours is still on it',
    {
      from: '2026-11-02T05:59:30Z',
      to: '2026-11-02T06:00:30Z',
      before: NOVEMBER_1,
      after: NOVEMBER_1,
      ...IN_AUTUMN,
    },
  ],
  [
    'at the end of the day of 25 hours goes on with the next',
    {
      from: '2026-11-02T06:59:30Z',
      to: '2026-11-02T07:00:30Z',
      before: NOVEMBER_1,
      after: NOVEMBER_2,
      ...IN_AUTUMN,
    },
  ],
];

test.each(NIGHTS)('a table that is open %s', async (_night, { from, to, ...night }) => {
  stage.app.clock.set(from);
  const { clinician } = await testClinic(stage.app);
  // Two infusions of one course on one day would be asked about.
  const evening = await testCourse(clinician, { startedOn: night.startedOn });
  const morning = await testCourse(clinician, { startedOn: night.startedOn });
  const { page, context, faults } = await windowOf(stage, clinician);
  await page.clock.install({ time: from });
  await page.goto('/scores');
  await page.getByText(`Today, ${night.before[0]}`).waitFor();
  await point(page, evening.chartNumber, 1);
  await page.keyboard.type('35');
  await page.keyboard.press('Tab');
  await allSaved(page);
  stage.app.clock.set(to);
  await page.clock.runFor(60_000);
  await page.getByText(`Today, ${night.after[0]}`).waitFor();
  await point(page, morning.chartNumber, 1);
  await page.keyboard.type('30');
  await page.keyboard.press('Tab');
  await allSaved(page);
  const [first] = await versions(clinician, evening.courseId, 'infusion-1');
  const [second] = await versions(clinician, morning.courseId, 'infusion-1');
  expect([first?.assessedOn, second?.assessedOn]).toEqual([night.before[1], night.after[1]]);
  expect(faults).toEqual([]);
  await context.close();
});

test('a table that is open at midnight without a connection goes on with the new day too', async () => {
  stage.app.clock.set('2026-03-21T05:59:30Z');
  const { clinician } = await testClinic(stage.app);
  const { courseId, chartNumber } = await testCourse(clinician, IN_MARCH);
  const { page, context, faults } = await windowOf(stage, clinician);
  await page.clock.install({ time: '2026-03-21T05:59:30Z' });
  await page.goto('/scores');
  await page.getByText('Today, 20 Mar 2026').waitFor();
  await settled(page);
  await context.setOffline(true);
  stage.app.clock.set('2026-03-21T06:00:30Z');
  await page.clock.runFor(60_000);
  await page.getByText('Today, 21 Mar 2026').waitFor();
  await point(page, chartNumber, 1);
  await page.keyboard.type('30');
  await page.keyboard.press('Tab');
  await page.getByText('1 score waits for the network').first().waitFor();
  await context.setOffline(false);
  await allSaved(page);
  const [first] = await versions(clinician, courseId, 'infusion-1');
  expect(first?.assessedOn).toBe('2026-03-21');
  expect(faults).toEqual([]);
  await context.close();
});
