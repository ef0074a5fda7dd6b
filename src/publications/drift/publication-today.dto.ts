import type { Withheld } from '../../domain/publication/published-document.js';
import { Documented, refOrNull } from '../../http/schema.js';

/** A figure as it was published, and as it would be today, in public rounding. */
export class FigureToday {
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
  thenN: number | null;
  /** @example 82 */
  now: number | null;
  /** @example 123 */
  nowN: number | null;
  /**
   * Now less then, of the rounded values; null where either is missing
   * @example -1
   */
  difference: number | null;
  @Documented(refOrNull('Withheld', 'Why there is none today'))
  withheldNow: Withheld | null;
}

/** How the courses behind a publication moved since. */
export class CoursesSince {
  /**
   * Would be counted today and were not
   * @example 3
   */
  added: number;
  /**
   * Were counted and would not be today
   * @example 0
   */
  left: number;
  /**
   * Are in other published counts today than they were, e.g. responded after a correction
   * @example 1
   */
  countedDifferently: number;
}

export class PublicationTodayResponse {
  /** @example "2026-03-24T17:00:00.000Z" */
  asOf: string;
  /**
   * Of the records it was made from
   * @example "2026-01-12T17:00:00.000Z"
   */
  publishedAsOf: string;
  /** Whether anything of the courses counted has changed since, be it in a figure or not */
  aged: boolean;
  courses: CoursesSince;
  figures: FigureToday[];
}
