import { describe, expect, test } from '@jest/globals';
import { eightQuarters } from '../../../src/commands/sample/clinic-days.js';
import { sampleClinic } from '../../../src/commands/sample/sample-clinic.js';
import type { SampleCourse } from '../../../src/commands/sample/sample-course.js';
import { checkDates } from '../../../src/domain/course/rules/date-rules.js';
import { softWarnings } from '../../../src/domain/course/rules/warnings.js';

/** An ordinary day, the first and the last day of a quarter and of a year, and a leap day. */
const DAYS = ['2026-11-22', '2026-10-01', '2026-06-30', '2027-01-01', '2026-12-31', '2028-02-29'];
const CLINICS = DAYS.flatMap((today) =>
  [1, 20_261_122].map((seed) => ({ today, seed, ...sampleClinic({ seed, today }) })),
);

function scoreAt(course: SampleCourse, slot: string): number | null {
  for (const record of course.slots) if (record.slot === slot && record.state === 'scored') return record.total;
  return null;
}

interface Ends {
  course: SampleCourse;
  baseline: number;
  endpoint: number;
}

/** The inductions with a score at infusions 1 and 6. */
function completersOf(courses: readonly SampleCourse[]): Ends[] {
  const found: Ends[] = [];
  for (const course of courses) {
    const baseline = scoreAt(course, 'infusion-1');
    const endpoint = scoreAt(course, 'infusion-6');
    if (course.kind === 'induction' && baseline !== null && endpoint !== null)
      found.push({ course, baseline, endpoint });
  }
  return found;
}

function sum(numbers: number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

describe.each(CLINICS)('the sample clinic of $today, seed $seed,', ({ today, patients, staff }) => {
  const courses = patients.flatMap((patient) => patient.courses);
  const completers = completersOf(courses);
  const responders = completers.filter(({ baseline, endpoint }) => endpoint * 2 <= baseline);
  const others = completers.filter(({ baseline, endpoint }) => endpoint * 2 > baseline);
  const stoppedInductions = courses.filter((c) => c.kind === 'induction' && c.stopped !== null);
  const open = courses.filter(
    (c) => c.stopped === null && !c.slots.some(({ slot, assessedOn }) => slot === 'infusion-6' && assessedOn !== null),
  );
  const ageOf = (day: string) => (Date.parse(today) - Date.parse(day)) / 86_400_000;
  const isSilent = ({ slots }: SampleCourse) => ageOf(slots.at(-1)?.assessedOn ?? '') > 60;
  const underWay = open.filter((course) => !isSilent(course));

  test('has 120 completers from 35.0 to 11.2, of whom 100 respond from 34.9 to 8.9', () => {
    expect([completers.length, responders.length, others.length]).toEqual([120, 100, 20]);
    expect(sum(responders.map(({ baseline }) => baseline))).toBe(3490);
    expect(sum(responders.map(({ endpoint }) => endpoint))).toBe(890);
    expect(sum(others.map(({ baseline }) => baseline))).toBe(710);
    expect(sum(others.map(({ endpoint }) => endpoint))).toBe(454);
    // 4200 / 120 = 35.0, 1344 / 120 = 11.2, 3490 / 100 = 34.9, 890 / 100 = 8.9, 100 / 120 = 83.3 %
    expect(sum(completers.map(({ baseline }) => baseline)) / 120).toBe(35);
    expect(sum(completers.map(({ endpoint }) => endpoint)) / 120).toBe(11.2);
  });

  test('has three completers who ended worse than they began', () => {
    expect(completers.filter(({ baseline, endpoint }) => endpoint > baseline)).toHaveLength(3);
  });

  test('has at least 11 completers in each band from minimal to severe', () => {
    for (const [from, to] of [
      [11, 20],
      [21, 30],
      [31, 45],
      [46, 64],
    ] as const) {
      const inBand = completers.filter(({ baseline }) => baseline >= from && baseline <= to);
      expect(inBand.length).toBeGreaterThanOrEqual(11);
    }
  });

  test('has 10 to 20 completers in each of the eight quarters that are over for 60 days', () => {
    const quarters = eightQuarters(today);
    for (const { from, to } of quarters) {
      const count = completers.filter(({ course: { startedOn } }) => startedOn >= from && startedOn <= to).length;
      expect(count >= 10 && count <= 20).toBe(true);
    }
    const latest = stoppedInductions.concat(completers.map(({ course }) => course)).map(({ startedOn }) => startedOn);
    expect((latest.sort().at(-1) ?? '') <= (quarters.at(-1)?.to ?? '')).toBe(true);
  });

  test('has 50 inductions that were given up early, after one to five scores', () => {
    expect(stoppedInductions).toHaveLength(50);
    const lastScored = stoppedInductions.map((course) => course.slots.length);
    for (const count of [1, 2, 3, 4, 5]) expect(lastScored).toContain(count);
    expect(Math.max(...lastScored)).toBe(5);
    expect(new Set(stoppedInductions.map(({ stopped }) => stopped?.reason)).size).toBe(8);
  });

  test('has patients who left for want of benefit with poor scores, and well with good ones', () => {
    for (const { courses: all } of patients) {
      const [first] = all;
      const shareLeft = (first?.slots.at(-1)?.total ?? 0) / (first?.slots[0]?.total ?? 1);
      if (first?.stopped?.reason === 'noBenefit') expect(shareLeft).toBeGreaterThan(0.7);
      if (first?.stopped?.reason === 'better') expect(shareLeft).toBeLessThan(0.7);
    }
  });

  test('has inductions that ran to their end without infusion 6, or without a baseline', () => {
    const missedAt = (slot: string) =>
      courses.filter((c) => c.stopped === null && c.slots.some((s) => s.slot === slot && s.state === 'missed'));
    expect(missedAt('infusion-6')).toHaveLength(3);
    expect(missedAt('infusion-1')).toHaveLength(2);
  });

  test('has two inductions that fell silent: nobody closed them, and nothing came for more than 60 days', () => {
    const silent = open.filter(isSilent);
    expect(silent).toHaveLength(2);
    for (const { kind, slots } of silent) expect([kind, slots.length < 5]).toEqual(['induction', true]);
  });

  test('has 12 courses under way, begun within 17 days, two with a visit nobody spoke of', () => {
    expect(underWay).toHaveLength(12);
    let unresolved = 0;
    for (const { startedOn, protocol, slots } of underWay) {
      const age = ageOf(startedOn);
      expect(age >= 1 && age <= 17).toBe(true);
      const past = protocol.filter((days) => days < age).length;
      unresolved += past - slots.length;
    }
    expect(unresolved).toBe(2);
  });

  test('has courses under way with an answer about death above 0', () => {
    const positive = underWay.filter((course) => course.slots.some(({ answers }) => (answers?.[13] ?? 0) > 0));
    expect(positive.length).toBeGreaterThanOrEqual(3);
  });

  test('has 35 second courses, 30 of them maintenance, after the first was over', () => {
    const second = patients.flatMap((patient) => patient.courses.slice(1));
    expect(second).toHaveLength(35);
    expect(courses.filter(({ kind }) => kind === 'maintenance')).toHaveLength(30);
    for (const patient of patients) {
      const [first, next] = patient.courses;
      if (next) for (const { assessedOn } of first?.slots ?? []) expect((assessedOn ?? '') < next.startedOn).toBe(true);
    }
  });

  test('has scores after the series for about a third of the completers', () => {
    const withSlot = (name: string) =>
      completers.filter(({ course }) => course.slots.some(({ slot }) => slot.startsWith(name)));
    expect(withSlot('post-series').length).toBeGreaterThan(25);
    expect(withSlot('follow-up-4').length).toBeGreaterThan(20);
    expect(withSlot('follow-up-4').length).toBeLessThan(65);
  });

  test('has a few visits missed inside completed courses, each with a reason', () => {
    const missed = completers.flatMap(({ course }) => course.slots.filter(({ state }) => state === 'missed'));
    expect(missed.length >= 4 && missed.length <= 30).toBe(true);
    for (const { missedReason } of missed) expect(missedReason).not.toBeNull();
  });

  test('keeps item answers for about a fifth of the courses, and they add up', () => {
    const itemLevel = courses.filter(({ slots }) => slots.some(({ answers }) => answers !== null));
    expect(itemLevel.length / courses.length).toBeGreaterThan(0.12);
    expect(itemLevel.length / courses.length).toBeLessThan(0.3);
    for (const { slots } of courses)
      for (const { total, answers } of slots)
        if (answers !== null) expect(sum(answers.slice(0, 16).map((answer) => answer ?? 0))).toBe(total);
  });

  test('holds nothing of today or later, no date that can’t be true, nothing unlikely', () => {
    for (const course of courses) {
      expect(checkDates(course, today)).toEqual([]);
      for (const { slot, assessedOn } of course.slots) {
        expect((assessedOn ?? '') < today).toBe(true);
        expect(softWarnings(course, slot)).toEqual([]);
      }
      if (course.stopped) expect(course.stopped.on < today).toBe(true);
    }
  });

  test('holds only totals from 0 to 64', () => {
    for (const { slots } of courses)
      for (const { total, state } of slots)
        expect(state === 'missed' ? total === null : total! >= 0 && total! <= 64).toBe(true);
  });

  test('gives every patient a chart number of their own', () => {
    const numbers = patients.map(({ chartNumber }) => chartNumber);
    expect(new Set(numbers).size).toBe(patients.length);
    for (const number of numbers) expect(number).toMatch(/^R-\d{4}$/);
  });

  test('employs a director, three clinicians and one for marketing', () => {
    expect(staff.map(({ role }) => role).sort()).toEqual([
      'clinician',
      'clinician',
      'clinician',
      'director',
      'marketing',
    ]);
  });
});

test('the same seed and day make the same clinic, another seed another one', () => {
  const options = { seed: 1, today: '2026-11-22' };
  const text = JSON.stringify(sampleClinic(options));
  expect(JSON.stringify(sampleClinic(options))).toBe(text);
  expect(JSON.stringify(sampleClinic({ ...options, seed: 2 }))).not.toBe(text);
});
