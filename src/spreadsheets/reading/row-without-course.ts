import type { CellReader } from './cell-reader.js';
import type { Field, VisitFields } from './fields.js';

/** Words with which a row of sums or means begins, or ends where a program parts groups. */
const SUMMARY =
  /^(?:(?:grand|sub)[- ]?totals?|totals?|sum|average|avg|mean|median|std|summe|gesamt|mittelwert|durchschnitt|moyenne|promedio|gemiddelde|totaal)(?=$|[\s:(=])|\stotal$/i;
const OF_COURSE = ['startedOn', 'stoppedOn', 'stoppedReason', 'stoppedNote'] as const;

/**
 * Is there no course in this row, but a sum of others, or a text and nothing else?
 *
 * Output: true where it says so, as a fault until a person accepts that the row is left out.
 */
export function isWithoutCourse(cells: CellReader, visits: readonly VisitFields[]): boolean {
  const chart = cells.text('chartNumber');
  const short = chart.length > 40 ? `${chart.slice(0, 40)}…` : chart;
  if (SUMMARY.test(chart)) {
    const message = `"${short}" begins a row of sums or means. Accept that it is left out, or write the number of the patient.`;
    cells.fault(['chartNumber'], 'row-of-totals', message);
    return true;
  }
  const isSaid = (field: Field) => cells.text(field) !== '';
  const isVisit = ({ date, score, missed, note }: VisitFields) => [date, score, missed, note].some(isSaid);
  if (chart === '' || visits.some(isVisit) || OF_COURSE.some(isSaid)) return false;
  const message = `Beside "${short}" there is no date, no score and no reason. Accept that the row is left out, or fill it in.`;
  cells.fault(['chartNumber'], 'row-without-visits', message);
  return true;
}
