import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { signIn, testClinic, type SignedIn, type TestClinic } from '../support/clinic.js';
import { testApp, type TestApp } from '../support/test-app.js';
import { bodyOf, CourseUnderTest, rulesOf } from './record-builder.js';

let app: TestApp;
let clinic: TestClinic;
let clinician: SignedIn;
beforeAll(async () => {
  app = await testApp();
  clinic = await testClinic(app);
});
beforeEach(async () => {
  app.clock.set('2026-03-20T17:00:00Z');
  clinician = await signIn(app, clinic.clinician.email);
});
afterAll(() => app.close());

const on = (assessedOn: unknown, total = 30) => ({ total, assessedOn });
const begun = () => CourseUnderTest.begun(clinician);

describe('the day of a score', () => {
  test('is today in the clinic at the latest', async () => {
    const course = await begun();
    const answer = await course.create('infusion-1', on('2026-03-21')).expect(422);
    expect(bodyOf(answer).errors).toEqual([
      {
        pointer: '/assessedOn',
        rule: 'date-in-future',
        message: 'The date of infusion 1, 21 Mar 2026, is in the future: today is 20 Mar 2026.',
      },
    ]);
    await course.create('infusion-1', on('2026-03-20')).expect(201);
  });

  test.each([
    // 23:59:59 and 00:00:00 on the clinic's wall, in the winter and in the summer of the Rockies.
    ['America/Denver', '2026-03-08T06:59:59Z', '2026-03-07', '2026-03-08'],
    ['America/Denver', '2026-03-09T05:59:59Z', '2026-03-08', '2026-03-09'],
    ['America/Denver', '2026-11-02T06:59:59Z', '2026-11-01', '2026-11-02'],
    ['Pacific/Kiritimati', '2026-03-20T09:59:59Z', '2026-03-20', '2026-03-21'],
    ['Pacific/Pago_Pago', '2026-03-20T10:59:59Z', '2026-03-19', '2026-03-20'],
  ])('in %s at %s is %s, and %s a second later', async (timeZone, instant, today, tomorrow) => {
    app.clock.set(instant);
    const there = await testClinic(app, { timeZone });
    const course = await CourseUnderTest.begun(there.clinician, { startedOn: today });
    await course.create('infusion-1', on(today)).expect(201);
    await course.create('infusion-2', on(tomorrow)).expect(422);
    app.clock.advance(1000);
    await course.create('infusion-2', on(tomorrow)).expect(201);
  });

  test('is not before the course began', async () => {
    const course = await begun();
    const answer = await course.create('infusion-1', on('2026-03-01')).expect(422);
    expect(rulesOf(answer)).toEqual(['/assessedOn date-before-start']);
  });

  test.each(['2026-02-30', '2026-3-4', '04.03.2026', '03/04/2026', '2026-03-04T10:00:00Z', '', 7])(
    'is a day of the calendar; %s is none',
    async (day) => {
      const course = await begun();
      const answer = await course.create('infusion-1', on(day)).expect(422);
      expect(rulesOf(answer)).toEqual(['/assessedOn not-a-date']);
    },
  );

  test('of a missed visit can’t lie in the future either', async () => {
    const course = await begun();
    const missed = { state: 'missed', missedReason: 'illness', assessedOn: '2026-03-21' };
    expect(rulesOf(await course.create('infusion-2', missed).expect(422))).toEqual(['/assessedOn date-in-future']);
  });
});

describe('infusions never run backwards', () => {
  test('when the later one is entered last', async () => {
    const course = await begun();
    await course.create('infusion-2', on('2026-03-06')).expect(201);
    const answer = await course.create('infusion-3', on('2026-03-05')).expect(422);
    expect(bodyOf(answer).errors).toEqual([
      {
        pointer: '/assessedOn',
        rule: 'dates-run-backwards',
        message:
          'The date of infusion 3, 5 Mar 2026, is before that of infusion 2, 6 Mar 2026. One of the two is wrong.',
      },
    ]);
  });

  test('when the earlier one is entered last', async () => {
    const course = await begun();
    await course.create('infusion-3', on('2026-03-05')).expect(201);
    const answer = await course.create('infusion-2', on('2026-03-06')).expect(422);
    expect(rulesOf(answer)).toEqual(['/assessedOn dates-run-backwards']);
    await course.nothingRecorded('infusion-2');
  });

  test('when one is amended', async () => {
    const course = await begun();
    await course.scores(40, 35, 30);
    const answer = await course.amend('infusion-2', 1, on('2026-03-10', 35)).expect(422);
    expect(rulesOf(answer)).toEqual(['/assessedOn dates-run-backwards']);
    expect(await course.versions('infusion-2')).toHaveLength(1);
  });

  test('but two on one day are possible once that is confirmed, and one out of the plan as well', async () => {
    const course = await begun();
    await course.create('infusion-1', on('2026-03-03')).expect(201);
    await course.create('infusion-2', on('2026-03-03')).expect(422);
    const overrideReason = 'given twice that day';
    await course.create('infusion-2', { ...on('2026-03-03'), overrideReason }).expect(201);
    await course.create('infusion-3', on('2026-03-04')).expect(201);
  });

  test('and scores may be entered late and in any order', async () => {
    const course = await begun();
    const visits: [string, string][] = [
      ['infusion-6', '2026-03-19'],
      ['infusion-2', '2026-03-05'],
      ['infusion-4', '2026-03-12'],
      ['infusion-1', '2026-03-02'],
      ['infusion-5', '2026-03-16'],
      ['infusion-3', '2026-03-09'],
    ];
    for (const [slot, day] of visits) await course.create(slot, on(day)).expect(201);
    const detail = await course.person.get(`/v1/courses/${course.id}`).expect(200);
    expect(detail.body).toMatchObject({ status: 'completed' });
  });
});

describe('after the series', () => {
  /** A course whose sixth infusion was on 2026-03-19, on a day long after it. */
  async function finished(): Promise<CourseUnderTest> {
    const course = await begun();
    await course.scores(40, null, null, null, null, 20);
    app.clock.set('2026-08-01T17:00:00Z');
    const later = await signIn(app, clinic.clinician.email);
    return Object.assign(course, { person: later });
  }

  test.each([
    ['2026-03-18', 422],
    ['2026-03-19', 422],
    ['2026-03-20', 201],
    ['2026-04-18', 201],
    ['2026-04-19', 422],
  ])('a post-series score is 1 to 30 days after infusion 6: %s gets %i', async (day, status) => {
    const course = await finished();
    const answer = await course.create('post-series', on(day)).expect(status);
    if (status === 422) {
      expect(rulesOf(answer)).toEqual(['/assessedOn post-series-not-within-30-days']);
    }
  });

  test('a post-series score needs a sixth infusion', async () => {
    const course = await begun();
    await course.scores(40, 35);
    const answer = await course.create('post-series', on('2026-03-19')).expect(422);
    expect(rulesOf(answer)).toEqual(['/assessedOn post-series-without-infusion-6']);
  });

  test('infusion 6 can’t be taken back under a post-series score', async () => {
    const course = await finished();
    await course.create('post-series', on('2026-03-26')).expect(201);
    const taken = { state: 'entered-in-error' };
    const answer = await course.amend('infusion-6', 1, taken).expect(422);
    expect(rulesOf(answer)).toEqual(['/state post-series-without-infusion-6']);
    await course.amend('post-series', 1, taken).expect(200);
    await course.amend('infusion-6', 1, taken).expect(200);
  });

  test('follow-ups come after the last infusion and in the order of their weeks', async () => {
    const course = await finished();
    await course.create('follow-up-4', on('2026-04-16')).expect(201);
    expect(rulesOf(await course.create('follow-up-2', on('2026-03-19')).expect(422))).toEqual([
      '/assessedOn follow-up-not-after-series',
    ]);
    expect(rulesOf(await course.create('follow-up-8', on('2026-04-15')).expect(422))).toEqual([
      '/assessedOn dates-run-backwards',
    ]);
    await course.create('follow-up-2', on('2026-04-02')).expect(201);
    await course.create('follow-up-104', on('2026-08-01')).expect(201);
    const detail = await course.person.get(`/v1/courses/${course.id}`).expect(200);
    const { afterSeries } = detail.body as { afterSeries: { slot: string }[] };
    expect(afterSeries.map(({ slot }) => slot)).toEqual(['follow-up-2', 'follow-up-4', 'follow-up-104']);
  });

  test('follow-up week 1 moved behind week 12 is a fault of week 1', async () => {
    const course = await finished();
    await course.create('follow-up-1', on('2026-03-26')).expect(201);
    await course.create('follow-up-12', on('2026-06-11')).expect(201);
    const answer = await course.amend('follow-up-1', 1, on('2026-06-12')).expect(422);
    expect(rulesOf(answer)).toEqual(['/assessedOn dates-run-backwards']);
  });

  test('neither a post-series score nor a follow-up replaces the score of infusion 6', async () => {
    const course = await finished();
    await course.create('post-series', on('2026-03-26', 5)).expect(201);
    await course.create('follow-up-4', on('2026-04-16', 3)).expect(201);
    const outcome = await course.person.get(`/v1/courses/${course.id}/outcome`).expect(200);
    expect(outcome.body).toMatchObject({ endpoint: { total: 20 }, current: { total: 3 } });
  });
});
