import type { Indication } from '../course/record/indications.js';
import type { CourseKind } from '../course/record/kinds.js';

/** Whom a publication is about: a closed list of dimensions, nothing measured, so that no filter can pick people out. */
export interface PublicCohort {
  /** Null for all. */
  kind: CourseKind | null;
  /** Null for all. */
  indication: Indication | null;
}

/**
 * Where a cohort lies among those of which something is public: `widest` where it is the one that others lie in or no
 * other has a course of it, else `inside` of one; or why it can't be beside them.
 */
export type CohortPlace =
  | { place: 'widest' }
  | { place: 'inside'; widest: PublicCohort; siblings: PublicCohort[] }
  | { place: 'refused'; clashing: PublicCohort };

/** Is each course of the one also of the other? */
export function isWithin(inner: PublicCohort, outer: PublicCohort): boolean {
  return (
    (outer.kind === null || outer.kind === inner.kind) &&
    (outer.indication === null || outer.indication === inner.indication)
  );
}

/** Is this course of the cohort? */
export function holds(cohort: PublicCohort, course: { kind: CourseKind; indication: Indication }): boolean {
  return isWithin(course, cohort);
}

/** Are these two the same? */
export function isSame(one: PublicCohort, other: PublicCohort): boolean {
  return one.kind === other.kind && one.indication === other.indication;
}

function isDisjoint(one: PublicCohort, other: PublicCohort): boolean {
  const differ = <Value>(a: Value | null, b: Value | null) => a !== null && b !== null && a !== b;
  return differ(one.kind, other.kind) || differ(one.indication, other.indication);
}

/**
 * May this cohort be public beside those that already are?
 *
 * Input: a cohort, and those of which something is or was public. Output: its place: `widest`, or `inside` of a widest one
 * and beside its siblings, with which it has no course in common; or the first cohort that it neither lies in nor is apart
 * from. There are two levels, so a cohort inside of one that is inside of another is refused too.
 *
 * @example placeOf({ kind: 'induction', indication: 'ptsd' }, [{ kind: 'induction', indication: null }]) // inside
 */
export function placeOf(cohort: PublicCohort, known: readonly PublicCohort[]): CohortPlace {
  const others = known.filter((each) => !isSame(each, cohort));
  const isKnown = others.length < known.length;
  const around = others.filter((each) => isWithin(cohort, each));
  const [widest] = around.filter((each) => !others.some((other) => other !== each && isWithin(each, other)));
  const inWidest = (each: PublicCohort) => widest !== undefined && isWithin(each, widest) && each !== widest;
  const clashing = isKnown ? undefined : others.find((each) => each !== widest && !isDisjoint(each, cohort));
  if (clashing !== undefined) return { place: 'refused', clashing };
  return widest === undefined ? { place: 'widest' } : { place: 'inside', widest, siblings: others.filter(inWidest) };
}
