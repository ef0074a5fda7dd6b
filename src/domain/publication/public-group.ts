import type { CalendarDate } from '../calendar/calendar.js';
import type { WholeNumber } from '../numbers/number-types.js';

/** A closed group of a publication: everybody who began in these quarters, and never a part of them. */
export interface PublicGroup {
  /** First quarter of the start. @example "2025-Q1" */
  from: string;
  /** Last quarter of the start. @example "2025-Q2" */
  to: string;
  /** Courses with a score at infusion 1; null where no number is shown. */
  starters: WholeNumber | null;
  /** When it was closed; null in a draft, as it closes with the approval. */
  closedOn: CalendarDate | null;
}
