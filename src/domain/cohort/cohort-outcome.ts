import { baselineOf } from '../course/judgement/baseline.js';
import type { SeverityName } from '../cudos/severity.js';
import type { Description } from '../statistics/describe.js';
import type { Rate } from '../statistics/rate.js';
import { byOutcome, pairedScores, startersOf } from './analysis-sets.js';
import { attrition } from './attrition.js';
import type { AttritionStep } from './attrition.js';
import { byBaselineBand, byQuarter } from './breakdowns.js';
import type { GroupFigures, QuarterFigures } from './breakdowns.js';
import type { CohortCourse } from './cohort-course.js';
import { DEFINITIONS_VERSION } from './definitions.js';
import { figuresOf } from './figures.js';
import type { Figure, SetFigures } from './figures.js';
import { ladder } from './ladder.js';
import type { Ladder } from './ladder.js';
import { pairedFigures } from './paired-figures.js';
import { reliableChangeCounts } from './reliable-change-counts.js';
import type { ReliableChangeCounts } from './reliable-change-counts.js';
import { boundFigures, starterFigures } from './starters.js';
import { timeToResponse } from './time-to-response.js';
import type { ResponseStep } from './time-to-response.js';
import { trajectory } from './trajectory.js';

/** Everything that is said of a cohort. The parts are explained where they are computed. */
export interface CohortOutcome extends SetFigures {
  definitionsVersion: string;
  ladder: Ladder;
  trajectory: Description[];
  trajectoryOfResponders: Description[];
  trajectoryOfNonResponders: Description[];
  trajectoryOfStoppedEarly: Description[];
  reliableChange: ReliableChangeCounts;
  /** Starters by last scored infusion, 1 to 6. */
  lastScoredInfusion: number[];
  attrition: AttritionStep[];
  timeToResponse: ResponseStep[];
  completersResponseByBaselineBand: Record<SeverityName, Rate>;
  byBaselineBand: Record<SeverityName, GroupFigures>;
  byQuarter: QuarterFigures[];
  figures: Figure[];
}

/**
 * What did a clinic's concluded courses achieve?
 *
 * Input: concluded courses with totals 0-64, in any order. Output: the ladder, the four analysis
 * sets, trajectories, reliable change, attrition, time to response, breakdowns, and the same
 * figures as a flat list; points 0-64 (down is better), per cent 0-100, null where there is nothing
 * to estimate. A start that is no calendar date or a baseline outside 0-64 throws a RangeError.
 *
 * Source: this service's definitions.
 *
 * Example: five courses 40, 20, 30, 50, 10 at infusion 1 and 10, 12, 9, 30, 1 at infusion 6 have,
 * as completers, a mean reduction of 17.6 points and a response of 3 in 5.
 */
export function cohortOutcome(courses: readonly CohortCourse[]): CohortOutcome {
  const sets = setFigures(courses);
  const lastScored = attrition(courses);
  const bands = byBaselineBand(courses);
  return {
    definitionsVersion: DEFINITIONS_VERSION,
    ladder: ladder(courses),
    ...sets,
    ...trajectories(courses),
    reliableChange: reliableChangeOf(courses),
    lastScoredInfusion: lastScored.map(({ count }) => count),
    attrition: lastScored,
    timeToResponse: timeToResponse(courses),
    completersResponseByBaselineBand: completersResponse(bands),
    byBaselineBand: bands,
    byQuarter: byQuarter(courses),
    figures: figuresOf(sets),
  };
}

function setFigures(courses: readonly CohortCourse[]): SetFigures {
  const starters = startersOf(courses).length;
  const completers = pairedFigures(pairedScores('infusion-6', courses));
  return {
    starters: starterFigures(completers, starters),
    completers,
    lastObserved: pairedFigures(pairedScores('last-observed', courses)),
    bounds: boundFigures(completers, starters),
  };
}

function trajectories(courses: readonly CohortCourse[]) {
  const { responders, nonResponders, withoutInfusion6 } = byOutcome(courses);
  return {
    trajectory: trajectory(courses),
    trajectoryOfResponders: trajectory(responders),
    trajectoryOfNonResponders: trajectory(nonResponders),
    trajectoryOfStoppedEarly: trajectory(withoutInfusion6),
  };
}

function reliableChangeOf(courses: readonly CohortCourse[]): ReliableChangeCounts {
  const baselines = courses.map(({ scores }) => baselineOf(scores));
  return reliableChangeCounts(
    baselines.filter((baseline) => baseline !== null),
    pairedScores('infusion-6', courses),
  );
}

function completersResponse(bands: Record<SeverityName, GroupFigures>): Record<SeverityName, Rate> {
  const rates = Object.entries(bands).map(([name, group]) => [name, group.responseOfCompleters]);
  return Object.fromEntries(rates) as Record<SeverityName, Rate>;
}
