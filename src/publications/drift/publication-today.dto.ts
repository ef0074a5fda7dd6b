import type { Instant } from '../../domain/calendar/calendar.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import type { Withheld } from '../../domain/publication/published-document.js';

/** A figure as it was published, and as it would be today, in public rounding. */
export interface FigureToday {
  /** @example "completers" */
  set: string;
  /** @example "response" */
  name: string;
  /** @example "Response" */
  label: string;
  /** @example "percent" */
  unit: string;
  /** @example 83 */
  then: number | null;
  /** @example 120 */
  thenN: WholeNumber | null;
  /** @example 82 */
  now: number | null;
  /** @example 123 */
  nowN: WholeNumber | null;
  /** Now less then, of the rounded values; null where either is missing. @example -1 */
  difference: number | null;
  /** Why there is none today. */
  withheldNow: Withheld | null;
}

/** How the courses behind a publication moved since. */
export interface CoursesSince {
  /** Would be counted today and were not. @example 3 */
  added: WholeNumber;
  /** Were counted and would not be today. @example 0 */
  left: WholeNumber;
  /** Are counted with other scores or another end today, e.g. after a correction. @example 1 */
  countedDifferently: WholeNumber;
}

export interface PublicationTodayResponse {
  asOf: Instant;
  /** Of the records it was made from. */
  publishedAsOf: Instant;
  /** Whether anything of the courses counted has changed since, be it in a figure or not. */
  aged: boolean;
  /** Null for what was published before there were closed groups. */
  courses: CoursesSince | null;
  figures: FigureToday[];
}
