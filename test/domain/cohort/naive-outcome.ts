import type { CohortCourse } from '../../../src/domain/cohort/cohort-course.js';
import { naiveDescription, naiveMean, naiveRate, naiveSd } from './naive-statistics.js';

/*
 * The outcome of a cohort computed the slow way, straight from the definitions, sharing no function
 * with the service. Every figure filters all courses again.
 */

interface Pair {
  from: number;
  to: number;
}

const BANDS: [string, number, number][] = [
  ['nonDepressed', 0, 10],
  ['minimal', 11, 20],
  ['mild', 21, 30],
  ['moderate', 31, 45],
  ['severe', 46, 64],
];
const INFUSIONS = [1, 2, 3, 4, 5, 6];

const at = (course: CohortCourse, infusion: number) => course.scores[infusion - 1] ?? null;
const later = (course: CohortCourse) => course.scores.slice(1).filter((score) => score !== null);
const responds = ({ from, to }: Pair) => from > 0 && from - to >= from / 2;
const isPair = (pair: { from: number | null; to: number | null }): pair is Pair =>
  pair.from !== null && pair.to !== null;

const pairAt6 = (course: CohortCourse) => ({ from: at(course, 1), to: at(course, 6) });
const pairAfter = (course: CohortCourse) => ({
  from: at(course, 6) === null ? null : at(course, 1),
  to: course.postSeries,
});
const pairAtLast = (course: CohortCourse) => ({
  from: at(course, 1),
  to: later(course).at(-1) ?? null,
});

function percentOfMeans(pairs: Pair[]): number | null {
  const [from, to] = [naiveMean(pairs.map((p) => p.from)), naiveMean(pairs.map((p) => p.to))];
  return from === null || to === null || from === 0 ? null : (100 * (from - to)) / from;
}

function analysis(pairs: Pair[]) {
  const falls = pairs.map(({ from, to }) => from - to);
  const withPercent = pairs.filter(({ from }) => from > 0);
  const [fall, spread] = [naiveMean(falls), naiveSd(falls)];
  const responders = pairs.filter(responds);
  const share = (holds: (pair: Pair) => boolean) => naiveRate(pairs.filter(holds).length, pairs.length);
  return {
    n: pairs.length,
    withEndpoint: pairs.length,
    baseline: naiveDescription(pairs.map(({ from }) => from)),
    endpoint: naiveDescription(pairs.map(({ to }) => to)),
    reduction: naiveDescription(falls),
    cohenDz: fall === null || spread === null || spread === 0 ? null : fall / spread,
    percentReductionOfMeans: percentOfMeans(pairs),
    percentReduction: naiveDescription(withPercent.map(({ from, to }) => 100 * (1 - to / from))),
    response: share(responds),
    remissionBelow20: share(({ to }) => to < 20),
    remissionAtMost10: share(({ to }) => to <= 10),
    worsened: share(({ from, to }) => to > from),
    responders: {
      n: responders.length,
      baselineMean: naiveMean(responders.map(({ from }) => from)),
      endpointMean: naiveMean(responders.map(({ to }) => to)),
      percentReductionOfMeans: percentOfMeans(responders),
    },
  };
}

const trajectory = (courses: CohortCourse[]) =>
  INFUSIONS.map((k) => naiveDescription(courses.map((course) => at(course, k)).filter((score) => score !== null)));

/** The infusion of the first response, or none. */
const firstResponse = (course: CohortCourse) =>
  [2, 3, 4, 5, 6].find((k) => {
    const pair = { from: at(course, 1), to: at(course, k) };
    return isPair(pair) && responds(pair);
  });
const lastScored = (course: CohortCourse) => INFUSIONS.findLast((k) => at(course, k) !== null) ?? 0;

function timeToResponse(starters: CohortCourse[]) {
  let notYetResponded = 1;
  return [2, 3, 4, 5, 6].map((infusion) => {
    const atRisk = starters.filter(
      (course) => lastScored(course) >= infusion && (firstResponse(course) ?? 7) >= infusion,
    ).length;
    const responses = starters.filter((course) => firstResponse(course) === infusion).length;
    if (atRisk > 0) notYetResponded *= 1 - responses / atRisk;
    const everResponded = atRisk > 0 ? 1 - notYetResponded : null;
    return { infusion, atRisk, responses, notYetResponded, everResponded };
  });
}

/** Remission by a highest score, among those who began above it. */
function unremitted(starters: CohortCourse[], completers: CohortCourse[], highest: number) {
  const above = (list: CohortCourse[]) => list.filter((course) => (at(course, 1) ?? 0) > highest);
  const count = above(completers).filter((course) => (at(course, 6) ?? 65) <= highest).length;
  return {
    starters: naiveRate(count, above(starters).length),
    completers: naiveRate(count, above(completers).length),
  };
}

function reliableChange(baselines: number[], falls: number[]) {
  const sd = naiveSd(baselines);
  // By definition no threshold under 10 baselines, nor where all are equal.
  const known = baselines.length >= 10 && new Set(baselines).size > 1;
  const threshold = known && sd !== null ? 1.96 * Math.sqrt(2) * sd * Math.sqrt(0.08) : null;
  const count = (holds: (fall: number, limit: number) => boolean) =>
    threshold === null && falls.length > 0 ? null : falls.filter((fall) => holds(fall, threshold ?? 0)).length;
  return {
    threshold,
    sd,
    improved: count((fall, limit) => fall > limit),
    none: count((fall, limit) => Math.abs(fall) <= limit),
    worsened: count((fall, limit) => -fall > limit),
  };
}

export function naiveOutcome(courses: CohortCourse[]) {
  const starters = courses.filter((course) => at(course, 1) !== null);
  const completers = starters.filter((course) => at(course, 6) !== null);
  const stoppedEarly = starters.filter((course) => at(course, 6) === null);
  const pairs = completers.map(pairAt6).filter(isPair);
  const responders = completers.filter((course) => responds(pairAt6(course) as Pair));
  const others = completers.filter((course) => !responds(pairAt6(course) as Pair));
  const among = (count: number) => naiveRate(count, starters.length);
  const worst = {
    response: responders.length,
    remissionBelow20: pairs.filter(({ to }) => to < 20).length,
    remissionAtMost10: pairs.filter(({ to }) => to <= 10).length,
  };
  const bound = (count: number) => ({
    worst: among(count),
    best: among(count + stoppedEarly.length),
  });
  const inBand = (list: CohortCourse[], from: number, to: number) =>
    list.filter((course) => (at(course, 1) ?? -1) >= from && (at(course, 1) ?? 65) <= to).length;
  return {
    ladder: {
      courses: courses.length,
      withBaseline: starters.length,
      withLaterScore: starters.filter((course) => later(course).length > 0).length,
      withInfusion6: completers.length,
      withPostSeries: completers.filter(({ postSeries }) => postSeries !== null).length,
    },
    completers: analysis(pairs),
    lastObserved: analysis(courses.map(pairAtLast).filter(isPair)),
    postSeries: analysis(courses.map(pairAfter).filter(isPair)),
    starters: {
      n: starters.length,
      response: among(worst.response),
      remissionBelow20: among(worst.remissionBelow20),
      remissionAtMost10: among(worst.remissionAtMost10),
      responseBestCasePercent: bound(worst.response).best.percent,
    },
    bounds: {
      n: starters.length,
      response: bound(worst.response),
      remissionBelow20: bound(worst.remissionBelow20),
      remissionAtMost10: bound(worst.remissionAtMost10),
    },
    trajectory: trajectory(courses),
    trajectoryOfResponders: trajectory(responders),
    trajectoryOfNonResponders: trajectory(others),
    trajectoryOfStoppedEarly: trajectory(stoppedEarly),
    reliableChange: reliableChange(
      starters.map((course) => at(course, 1) as number),
      pairs.map(({ from, to }) => from - to),
    ),
    lastScoredInfusion: INFUSIONS.map((k) => starters.filter((course) => lastScored(course) === k).length),
    timeToResponse: timeToResponse(starters),
    cumulativeResponse: [2, 3, 4, 5, 6].map((infusion) => ({
      infusion,
      ...among(starters.filter((course) => (firstResponse(course) ?? 7) <= infusion).length),
    })),
    remissionOfUnremitted: {
      below20: unremitted(starters, completers, 19),
      atMost10: unremitted(starters, completers, 10),
    },
    completersResponseByBaselineBand: Object.fromEntries(
      BANDS.map(([name, from, to]) => [name, naiveRate(inBand(responders, from, to), inBand(completers, from, to))]),
    ),
  };
}
