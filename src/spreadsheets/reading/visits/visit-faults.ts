import { counted } from '../../../domain/numbers/words.js';
import type { RowFault } from '../table.js';
import type { LaidOut } from './courses-of-visits.js';

/** What a person has to decide about visits that a course of six infusions has no place for. */
export function visitFaults(
  { visits, scores }: LaidOut['unclear'],
  pastSix: LaidOut['pastSix'],
  isAnyLeft: boolean,
): RowFault[] {
  const faults: RowFault[] = [];
  const [first] = visits;
  if (first) {
    const names = [...new Set(visits.map(({ named }) => `"${named.slice(0, 24)}"`))];
    const listed = names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ');
    const zero = visits.some(({ named }) => named === '0') ? 'number from 0, or ' : '';
    const what = `${zero}write infusion 1 to 6, post-series, or follow-up and its week`;
    const decide = isAnyLeft ? `Accept that they are left out; or ${what}.` : `Nothing is left to import: ${what}.`;
    const message = `${counted(visits.length, 'row')} (from row ${first.row.row}) of no visit of a course: ${listed}; ${scores} with a score. ${decide}`;
    faults.push({ rule: 'visits-left-over', message, acceptable: isAnyLeft });
  }
  const [seventh] = pastSix;
  if (seventh) {
    const message = `${counted(pastSix.length, 'course')} with a seventh visit within six weeks (e.g. row ${seventh.row.row}): it begins a course of maintenance. Accept that, or name the visits.`;
    faults.push({ rule: 'visits-past-six', message, acceptable: true });
  }
  return faults;
}
