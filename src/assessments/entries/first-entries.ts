import { arrayTexts, type ArrayTexts } from '../../database/array-text.js';
import type { AssessmentVersion } from './assessment.entity.js';

/** What distinguishes the first entries of one request, in the order in which a statement takes it. */
export const FIRST_ENTRY_COLUMNS = [
  'courseId',
  'slot',
  'state',
  'total',
  'assessedOn',
  'missedReason',
  'note',
  'overrideReason',
] as const;

/** The first entry of a slot, of a score without answers or a missed visit. */
export type FirstEntry = Pick<AssessmentVersion, (typeof FIRST_ENTRY_COLUMNS)[number]>;

/** Many of them, by column. */
export type FirstEntries = ArrayTexts<(typeof FIRST_ENTRY_COLUMNS)[number]>;

export function firstEntries(entries: readonly FirstEntry[]): FirstEntries {
  return arrayTexts(entries, FIRST_ENTRY_COLUMNS);
}
