import type { WholeNumber } from '../../numbers/number-types.js';
import { inOrder, quantileOfSorted, type Repeated } from '../../statistics/describe.js';
import { severityOf, type SeverityBand } from '../../cudos/severity.js';
import { sixScoresOf, type CourseRecord } from '../record/course-record.js';
import type { CourseKind } from '../record/kinds.js';
import { INFUSION_NUMBERS, type InfusionNumber } from '../record/slots.js';
import { baselineOf } from './baseline.js';

/** Of fewer courses the middle half says too little. */
export const LEAST_FOR_MIDDLE_HALF = 20;

/** From which infusion on a course is held against others. */
const FIRST_COMPARED: InfusionNumber = 3;

/** A total that so many courses have at an infusion. */
export interface TotalAtInfusion extends Repeated {
  infusion: number;
}

/** Between which totals the middle half of some courses was at one infusion. */
export interface Quartiles {
  /** Points 0-64. */
  readonly from: number;
  /** Points 0-64. */
  readonly to: number;
  /** How many were scored there. */
  readonly n: WholeNumber;
}

/** Which courses a course is held against: concluded ones of the clinic of this kind whose baseline is in this band. */
export interface LikeCourses {
  readonly kind: CourseKind;
  readonly band: SeverityBand;
}

/** Where they were at infusions 1-6; null where too few were scored. */
export interface LikeQuartiles extends LikeCourses {
  /** How many there are. */
  readonly courses: WholeNumber;
  readonly quartiles: readonly (Quartiles | null)[];
}

/**
 * Which courses is this one held against?
 *
 * Input: a course. Output: kind and band of the baseline; null without a baseline, and until infusion 3 or a later one has
 * a total.
 *
 * @example likeCoursesOf(induction with 40, 31, 22 at infusions 1-3) // { kind: 'induction', band: moderate }
 */
export function likeCoursesOf(course: CourseRecord): LikeCourses | null {
  const scores = sixScoresOf(course);
  const baseline = baselineOf(scores);
  const isCompared = scores.findLastIndex((total) => total !== null) + 1 >= FIRST_COMPARED;
  return baseline === null || !isCompared ? null : { kind: course.kind, band: severityOf(baseline) };
}

/**
 * Between which totals was the middle half of these courses at each infusion?
 *
 * Input: which courses they are, and how many of them have which total (0-64) at which infusion (1-6), in any order.
 * Output: how many they are, and for infusions 1-6 the quartiles (25 and 75 %, type 7) in points with the number of courses
 * scored there; null where they are fewer than 20.
 *
 * Source: Hyndman and Fan (1996), doi:10.1080/00031305.1996.10473566 (quartiles of type 7).
 *
 * @example quartilesOf(like, 21 courses with 20, 21, … 40 at infusion 1).quartiles[0] // { from: 25, to: 35, n: 21 }
 */
export function quartilesOf(like: LikeCourses, totals: readonly TotalAtInfusion[]): LikeQuartiles {
  const atEach = INFUSION_NUMBERS.map((number) => inOrder(totals.filter(({ infusion }) => infusion === number)));
  const courses = sizeOf(atEach[0] ?? []);
  return { ...like, courses, quartiles: atEach.map(quartilesAt) };
}

function quartilesAt(totals: readonly Repeated[]): Quartiles | null {
  const n = sizeOf(totals);
  const [from, to] = [quantileOfSorted(totals, 0.25), quantileOfSorted(totals, 0.75)];
  return n < LEAST_FOR_MIDDLE_HALF || from === null || to === null ? null : { from, to, n };
}

function sizeOf(totals: readonly Repeated[]): number {
  return totals.reduce((count, { n }) => count + n, 0);
}
