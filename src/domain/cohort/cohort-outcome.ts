import type { WholeNumber } from '../numbers/number-types.js';
import type { Baselines } from '../course/judgement/reliable-change.js';
import type { SeverityName } from '../cudos/severity.js';
import type { Description } from '../statistics/describe.js';
import type { Rate } from '../statistics/rate.js';
import { attrition } from './attrition.js';
import type { AttritionStep } from './attrition.js';
import { byBaselineBand, byQuarter } from './breakdowns.js';
import type { GroupFigures, QuarterFigures } from './breakdowns.js';
import type { CohortCourse } from './cohort-course.js';
import { cohortOf } from './cohort.js';
import type { Cohort, Count } from './cohort.js';
import { cumulativeResponse } from './cumulative-response.js';
import type { CumulativeStep } from './cumulative-response.js';
import { groupsBehind, plain } from './counted.js';
import { daysToInfusion6 } from './days-to-infusion-6.js';
import type { DaysToInfusion6 } from './days-to-infusion-6.js';
import { figuresOf, quoted } from './figures.js';
import type { CountedFigure, Figure, SetFigures } from './figures.js';
import { WITHOUT_INFUSION_6, achieved, nonResponders } from './groups/groups.js';
import { ladder } from './ladder.js';
import type { Ladder } from './ladder.js';
import { DEFINITIONS_VERSION } from './outcomes.js';
import { pairedFigures } from './paired-figures.js';
import { reliableChangeCounts } from './reliable-change-counts.js';
import type { ReliableChangeCounts } from './reliable-change-counts.js';
import { boundFigures, starterFigures } from './starters.js';
import { timeToResponse } from './time-to-response.js';
import type { ResponseStep } from './time-to-response.js';
import { trajectory } from './trajectory.js';
import { remissionOfUnremitted } from './unremitted.js';

/** The numbers of a cohort. The parts are explained where they are computed. */
export interface CohortNumbers<N = WholeNumber> extends SetFigures<N> {
  ladder: Ladder<N>;
  /** Observed scores of all courses at infusions 1 to 6, in points 0-64. */
  trajectory: Description<N>[];
  /** The same of completers who responded. */
  trajectoryOfResponders: Description<N>[];
  /** The same of completers who did not. */
  trajectoryOfNonResponders: Description<N>[];
  /** The same of starters without infusion 6. */
  trajectoryOfStoppedEarly: Description<N>[];
  reliableChange: ReliableChangeCounts<N>;
  /** Starters by last scored infusion, 1 to 6. */
  lastScoredInfusion: N[];
  /** Infusions 1 to 6. */
  attrition: AttritionStep<N>[];
  /** Of completers. */
  daysToInfusion6: DaysToInfusion6<N>;
  /** Response by infusion k, 2 to 6: among all starters, who stopped counts as not responded. */
  cumulativeResponse: CumulativeStep<N>[];
  /** Infusions 2 to 6, by Kaplan and Meier: an upper bound, as if who stopped would have responded like the others. */
  timeToResponse: ResponseStep<N>[];
  /** Per severity band of the baseline. */
  completersResponseByBaselineBand: Record<SeverityName, Rate<N>>;
  /** Per severity band of the baseline. */
  byBaselineBand: Record<SeverityName, GroupFigures<N>>;
  /** Quarters of the start, first to last. */
  byQuarter: QuarterFigures<N>[];
}

/** Everything that is said of a cohort. */
export interface CohortOutcome extends CohortNumbers {
  /** The version of the definitions behind every figure. */
  definitionsVersion: string;
  /** The figures of the analysis sets as a flat list. */
  figures: Figure[];
}

/** What is said of a cohort, with the courses behind it. */
export interface CountedOutcome {
  outcome: CohortOutcome;
  /** The name of the group behind every count, by its JSON pointer; the figures carry theirs. */
  groups: Record<string, string>;
  ladder: Ladder<Count>;
  figures: CountedFigure[];
}

/**
 * What did a clinic's concluded courses achieve?
 *
 * Input: concluded courses with totals 0-64, in any order, and the clinic's baselines. Output: the ladder, the analysis
 * sets, trajectories, reliable change, attrition, time to response, breakdowns, and the same
 * figures as a flat list; points 0-64 (down is better), percent 0-100, null where there is nothing
 * to estimate. A start that is no calendar date or a baseline outside 0-64 throws a RangeError.
 *
 * Example: five courses 40, 20, 30, 50, 10 at infusion 1 and 10, 12, 9, 30, 1 at infusion 6 have,
 * as completers, a mean reduction of 17.6 points and a response of 3 in 5.
 */
export function cohortOutcome(courses: readonly CohortCourse[], baselines?: Baselines): CohortOutcome {
  return countedOutcome(cohortOf(courses, baselines)).outcome;
}

/**
 * What did this cohort achieve, and which courses are behind each number?
 *
 * Input: a cohort. Output: its outcome, the group behind each count, and ladder and figures with the courses they count.
 *
 * Example: the count of 3 at `/completers/response/count` is of the group `responders`, which has these 3 courses.
 */
export function countedOutcome(cohort: Cohort): CountedOutcome {
  const numbers = numbersOf(cohort);
  const figures = figuresOf(numbers);
  return {
    outcome: { definitionsVersion: DEFINITIONS_VERSION, ...plain(numbers), figures: figures.map(quoted) },
    groups: groupsBehind(numbers),
    ladder: numbers.ladder,
    figures,
  };
}

function numbersOf(cohort: Cohort): CohortNumbers<Count> {
  const lastScored = attrition(cohort);
  const bands = byBaselineBand(cohort);
  return {
    ladder: ladder(cohort),
    starters: starterFigures(cohort),
    completers: pairedFigures(cohort, 'completers'),
    lastObserved: pairedFigures(cohort, 'lastObserved'),
    postSeries: pairedFigures(cohort, 'postSeries'),
    bounds: boundFigures(cohort),
    remissionOfUnremitted: remissionOfUnremitted(cohort),
    trajectory: trajectory(cohort),
    trajectoryOfResponders: trajectory(cohort, achieved('response', 'infusion-6')),
    trajectoryOfNonResponders: trajectory(cohort, nonResponders('infusion-6')),
    trajectoryOfStoppedEarly: trajectory(cohort, WITHOUT_INFUSION_6),
    reliableChange: reliableChangeCounts(cohort),
    lastScoredInfusion: lastScored.map(({ count }) => count),
    attrition: lastScored,
    daysToInfusion6: daysToInfusion6(cohort),
    cumulativeResponse: cumulativeResponse(cohort),
    timeToResponse: timeToResponse(cohort),
    completersResponseByBaselineBand: completersResponse(bands),
    byBaselineBand: bands,
    byQuarter: byQuarter(cohort),
  };
}

function completersResponse(bands: Record<SeverityName, GroupFigures<Count>>): Record<SeverityName, Rate<Count>> {
  const rates = Object.entries(bands).map(([name, group]) => [name, group.responseOfCompleters]);
  return Object.fromEntries(rates) as Record<SeverityName, Rate<Count>>;
}
