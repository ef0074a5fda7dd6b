import type { MissedReason } from '../../domain/course/record/stop-reasons.js';
import { startsOver } from './clinic-days.js';
import { withFollowUps } from './follow-ups.js';
import { headlineEnds, type Ends } from './headline.js';
import { chance, pick, wholeBetween, type Random } from './random.js';
import {
  keepsItems,
  plannedCourse,
  visitDays,
  withInfusions,
  type SampleCourse,
  type VisitResult,
} from './sample-course.js';
import { anyBaseline, totalsBetween } from './totals.js';

const VISIT_MISSED = 0.12;
const REASONS: readonly MissedReason[] = ['illness', 'noShow', 'notAsked', 'technical', 'declined'];

/** Inductions that ran to their end but lack one of the two ends, so that no reduction is known. */
const WITHOUT_AN_END: readonly (readonly [place: number, reason: MissedReason])[] = [
  [0, 'notAsked'],
  [0, 'technical'],
  [5, 'noShow'],
  [5, 'illness'],
  [5, 'declined'],
];

/** The 120 inductions of the headline: scored at infusions 1 and 6, some with a visit missed between. */
export function completers(random: Random, today: string): SampleCourse[] {
  const ends = headlineEnds(random);
  return startsOver(random, today, ends.length).map((startedOn, at) => {
    const results = withMissedVisit(random, totalsOf(random, ends[at] as Ends));
    return withFollowUps(random, completedCourse(random, startedOn, results), today);
  });
}

/** Inductions that ran to their end without a score at infusion 1, or without one at infusion 6. */
export function coursesWithoutAnEnd(random: Random, today: string): SampleCourse[] {
  const starts = startsOver(random, today, WITHOUT_AN_END.length);
  return WITHOUT_AN_END.map(([place, reason], at) => {
    const baseline = anyBaseline(random);
    const totals = totalsBetween(random, baseline, Math.round(baseline * 0.4));
    const results = totals.map((total, visit) => (visit === place ? reason : total));
    return completedCourse(random, starts[at] ?? today, results);
  });
}

function totalsOf(random: Random, { baseline, endpoint }: Ends): number[] {
  return totalsBetween(random, baseline, endpoint);
}

function completedCourse(random: Random, startedOn: string, results: readonly VisitResult[]): SampleCourse {
  const course = plannedCourse(random, startedOn);
  return withInfusions(random, course, visitDays(random, course), results, keepsItems(random));
}

function withMissedVisit(random: Random, totals: readonly number[]): VisitResult[] {
  if (!chance(random, VISIT_MISSED)) return [...totals];
  const missed = wholeBetween(random, 1, 4);
  const reason = pick(random, REASONS);
  return totals.map((total, visit) => (visit === missed ? reason : total));
}
