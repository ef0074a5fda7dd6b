import { PUBLIC_CHART_NAMES } from '../../../src/domain/charts/public/public-charts.js';
import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { periodOf } from '../../../src/domain/calendar/period.js';
import { MINIMUM_BASELINES, PUBLISHABLE_FIGURES } from '../../../src/domain/publication/publishable.js';
import type { PublicationRequest } from '../../../src/domain/publication/published-document.js';

export type Course = CohortCourse & { courseId: string };

/** Numbers that look random and are the same for the same seed (a linear congruential generator). */
export function numbersFrom(seed: number): () => number {
  let state = (seed >>> 0) + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const QUARTER_STARTS = ['2025-02-03', '2025-05-05', '2025-08-04', '2025-11-03'];
const PERIODS = ['2025', '2025-Q1', '2025-Q2', '2025-Q1..2025-Q2', '2025-Q3..2025-Q4', '2025-Q4'];

type Profile = Omit<Course, 'courseId' | 'startedOn'>;

/**
 * A clinic of 11 to 60 courses, one in eight of up to 200; how many stop, miss a visit and respond, and in how
 * many quarters they begin, differs from clinic to clinic. In every other one there are few kinds of courses, so that
 * many published counts hold nearly the same ones.
 */
export function randomClinic(random: () => number): Course[] {
  const size = 11 + Math.floor((random() < 0.125 ? 190 : 50) * random());
  const rates = { stops: 0.5 * random() ** 2, misses: 0.2 * random() ** 3, responds: random() };
  const quarters = 1 + Math.floor(4 * random());
  const kinds = random() < 0.5 ? size : 2 + Math.floor(8 * random());
  const profiles = Array.from({ length: kinds }, () => randomProfile(random, rates));
  return Array.from({ length: size }, (_, at) => ({
    ...(profiles[kinds === size ? at : Math.floor(kinds * random())] as Profile),
    courseId: `course ${at}`,
    startedOn: QUARTER_STARTS[Math.floor(quarters * random())] as string,
  }));
}

function randomProfile(
  random: () => number,
  { stops, misses, responds }: Record<'stops' | 'misses' | 'responds', number>,
): Profile {
  const baseline = 5 + Math.floor(50 * random());
  const end = Math.floor(baseline * (random() < responds ? 0.6 * random() : 1.15 * random()));
  const last = random() < stops ? 1 + Math.floor(5 * random()) : 6;
  const scores = [1, 2, 3, 4, 5, 6].map((k) => {
    if (k > last || random() < (k === 1 ? misses / 4 : misses)) return null;
    return Math.round(baseline + ((end - baseline) * (k - 1)) / 5);
  });
  return {
    scores,
    postSeries: last === 6 && random() < 0.3 ? end : null,
    stoppedReason: last < 6 ? 'cost' : null,
    status: last < 6 ? 'stopped' : 'completed',
  };
}

/** The same clinic some time later: some scores corrected, some courses added. */
export function later(random: () => number, courses: readonly Course[]): Course[] {
  const corrections = random() < 0.5 ? 0 : 0.05 * random();
  const kept = courses.map((course) => {
    if (random() >= corrections) return course;
    const scores = course.scores.map((score, at) => (at === 5 && score ? (score + 20) % 60 : score));
    return { ...course, scores };
  });
  const added = random() < 0.5 ? [] : randomClinic(random).slice(0, Math.floor(40 * random()));
  const renamed = added.map((course) => ({
    ...course,
    courseId: `${course.courseId} of ${random()}`,
  }));
  return [...kept, ...renamed];
}

/** A request as marketing might make it, and the courses of its cohort. */
export function randomRequest(random: () => number, courses: readonly Course[]) {
  const some = <T>(list: readonly T[]) => {
    const share = random();
    return list.filter(() => random() < share);
  };
  const period = PERIODS[Math.floor(PERIODS.length * random())] as string;
  const minimumBaseline = random() < 0.6 ? null : (MINIMUM_BASELINES[Math.floor(4 * random())] as number);
  const request: PublicationRequest = {
    cohort: { period, kind: null, indication: null, minimumBaseline },
    figures: some(PUBLISHABLE_FIGURES),
    charts: random() < 0.5 ? [] : some(PUBLIC_CHART_NAMES),
  };
  const { from, to } = periodOf(period) as { from: string; to: string };
  const cohort = courses.filter(
    ({ startedOn, scores }) => startedOn >= from && startedOn <= to && (scores[0] ?? -1) >= (minimumBaseline ?? -1),
  );
  return { request, cohort };
}
