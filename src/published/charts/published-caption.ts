import { periodInWords } from '../../domain/calendar/period-words.js';
import type { PublishedDocument } from '../../domain/publication/published-document.js';

/** The line that stays with a picture of a chart: whose it is, of when, and where it can be checked. */
export function captionOf({ clinic, period, provenance, id }: PublishedDocument): string {
  const asOf = provenance.asOf.slice(0, 'YYYY-MM-DD'.length);
  return `${clinic.name}, started from ${periodInWords(period)}. As of ${asOf}. Publication ${id}.`;
}
