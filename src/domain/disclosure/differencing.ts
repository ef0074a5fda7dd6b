import { atomsOf } from './atoms.js';
import { correctedBetween } from './corrected-between.js';
import { DISCLOSURE_THRESHOLD, TOO_FEW, areFew } from './counted-set.js';
import type { CountedPublication } from './counted-set.js';
import { isolatedGroup, isolatedIn } from './isolated-group.js';
import type { Refusal } from './refusal.js';

/** A publication of the same clinic that is or was public; also one that was superseded or withdrawn. */
export interface EarlierPublication extends CountedPublication {
  id: string;
  title: string;
}

/**
 * Could somebody who lays this publication beside earlier ones work out a group of 1 to 10 patients?
 *
 * Input: what the new publication counts, and what every earlier one of the clinic did. Output: null, or a
 * refusal that names those it clashes with, alone or (where no single one does) together: when their
 * counts and its own isolate a group; when the courses corrected between any two of them do, taken as counts, all or
 * those in each count with a mean; or when it shares a course with one and the courses of 1 to 10 patients are
 * in one cohort and not in the other, even if that number can't be computed.
 *
 * Source: as for `isolatedGroup`.
 *
 * @example differencing(130 courses of 2025, [the first 125 of them]) // refused: 5 courses are new
 */
export function differencing(candidate: CountedPublication, earlier: readonly EarlierPublication[]): Refusal | null {
  const near = earlier.filter((each) => isNearCopy(candidate.cohort, each.cohort));
  if (near.length > 0) return refusalFor(near, NEARLY_THE_SAME_COURSES);
  const corrected = clashing(earlier, correctedIsolate(candidate, earlier));
  if (corrected.length > 0) return refusalFor(corrected, CORRECTED_BETWEEN);
  const together = clashing(earlier, countsIsolate(candidate, earlier));
  return together.length > 0 ? refusalFor(together, WORKED_OUT_TOGETHER) : null;
}

/** Some courses are in both cohorts, and those of 1 to 10 persons are in one of them only. */
function isNearCopy(one: readonly string[], other: readonly string[]): boolean {
  const [own, others] = [new Set(one), new Set(other)];
  const onlyOne = one.filter((course) => !others.has(course));
  const onlyOther = other.filter((course) => !own.has(course));
  return onlyOne.length < one.length && (areFew(onlyOne) || areFew(onlyOther));
}

/** Whether the candidate together with some of the earlier publications isolates a group. */
type Isolates = (some: readonly EarlierPublication[]) => boolean;

/** Those that isolate a group with the candidate alone; where none does, as few of them as do it together. */
function clashing(earlier: readonly EarlierPublication[], isolates: Isolates): readonly EarlierPublication[] {
  if (!isolates(earlier)) return [];
  const alone = earlier.filter((each) => isolates([each]));
  if (alone.length > 0) return alone;
  return earlier.reduce((needed, each) => {
    const without = needed.filter((other) => other !== each);
    return isolates(without) ? without : needed;
  }, earlier);
}

function countsIsolate(candidate: CountedPublication, earlier: readonly EarlierPublication[]): Isolates {
  const all = [candidate, ...earlier].flatMap(({ counts }) => counts);
  const atoms = atomsOf(all);
  const placeOf = new Map(all.map((count, place) => [count, place]));
  return (some) => {
    const counts = [candidate, ...some].flatMap((each) => each.counts);
    const places = counts.map((count) => placeOf.get(count) as number);
    return isolatedIn(atoms, places) !== null;
  };
}

function correctedIsolate(candidate: CountedPublication, earlier: readonly EarlierPublication[]): Isolates {
  const between = correctedBetween([candidate, ...earlier]);
  return (some) => {
    const chosen = new Set<CountedPublication>([candidate, ...some]);
    const pairs = between.filter(({ pair }) => pair.every((each) => chosen.has(each)));
    // Not all in one: nobody publishes a mean of a whole cohort beside the means of its counts.
    const ofAll = pairs.map(({ all }) => all);
    const ofMeans = pairs.flatMap(({ inMeans }) => inMeans);
    return [ofAll, ofMeans].some((counts) => isolatedGroup(counts) !== null);
  };
}

type Clash = (titles: string) => string;

const NEARLY_THE_SAME_COURSES: Clash = (titles) =>
  `This publication counts nearly the same patients as ${titles}: courses of ${TOO_FEW} or fewer of them are in one and not in the other, ` +
  'or were corrected since. Anyone who compares the two could learn something about those few, and that could point to a person. ' +
  `${ONCE_PUBLIC} Choosing other figures does not help either. What helps: choose a period that has no course in common with ` +
  `it, or that differs from it by courses of ${DISCLOSURE_THRESHOLD} patients or more; or wait until ` +
  `courses of ${DISCLOSURE_THRESHOLD} or more further patients have ended or were corrected.`;

const CORRECTED_BETWEEN: Clash = (titles) =>
  `Scores were corrected between this publication and ${titles}. Anyone who compares the two could work out ` +
  `something about ${TOO_FEW} or fewer of the patients with a corrected score, and that could point to one of them. ` +
  `${ONCE_PUBLIC} What helps: choose a period that has no course in common with it; choose figures without means, or ` +
  `fewer means, if enough patients had a score corrected; or wait until scores of ${DISCLOSURE_THRESHOLD} or more ` +
  'patients were corrected in the same way.';

const WORKED_OUT_TOGETHER: Clash = (titles) =>
  `Anyone who compares this publication with ${titles} could work out numbers about a group of ${TOO_FEW} or fewer ` +
  'patients, and that could point to a person. One corrected score is enough, if it moves a course into a number or out of it. ' +
  `${ONCE_PUBLIC} What helps: choose other figures and charts, or fewer; choose a period that has no course in common ` +
  `with it; or wait until courses of ${DISCLOSURE_THRESHOLD} or more patients have ended or changed in the same way.`;

const ONCE_PUBLIC = 'Withdrawing or replacing the earlier publication does not help: what was public once stays known.';

function refusalFor(clashing: readonly EarlierPublication[], reason: Clash): Refusal {
  const titles = clashing.map(({ title }) => `“${title}”`).join(', ');
  return {
    rule: 'differencing',
    otherPublicationIds: clashing.map(({ id }) => id),
    reason: reason(titles),
  };
}
