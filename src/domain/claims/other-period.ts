import type { PublishedDocument } from '../publication/published-document.js';
import type { NamedPeriod } from './reading/named-period.js';

/**
 * Is a publication of just the period that a text names?
 *
 * Input: the period of a publication, first and last day of the patients' start, and the period named. Output: whether
 * both begin and end on the same day; of `since 2025` the end is open.
 *
 * Example: `in 2026` is not the period of a publication of 2025 and 2026, `from January 2025 to December 2026` is.
 */
export function isOfPeriod(published: PublishedDocument['period'], { from, to }: NamedPeriod): boolean {
  return published.from === from && (to === null || published.to === to);
}
