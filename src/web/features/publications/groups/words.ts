import { countInFigures, counted } from '../../../../domain/numbers/words';
import { OUTCOMES } from '../../../../domain/cohort/outcomes';
import type { ClosedGroups } from '../publication';
import { dateInWords } from '../../../../domain/calendar/date-words';

type Filling = NonNullable<ClosedGroups['filling']>;

/** `The next group is filling: 22 of 30 starters, 15 of 11 completers; it closes on 30 May 2026 at the earliest.` */
export function fillingInWords(filling: Filling): string {
  const { starters, startersNeeded, completers, completersNeeded, underWay, earliestClosing, lacking } = filling;
  const waits = underWay > 0 ? `, ${counted(underWay, 'course')} still under way` : '';
  const has = `${countInFigures(starters)} of ${startersNeeded} starters, ${countInFigures(completers)} of ${completersNeeded} scored at infusions 1 and 6${waits}`;
  // Of few it means little that all or none of them responded.
  const isSmall = lacking.includes('starters') || lacking.includes('completers');
  const needs = isSmall ? [] : lacking.map(needInWords);
  return `The next group is filling: ${has}. ${needs.join(' ')}${needs.length > 0 ? ' ' : ''}It can close on ${dateInWords(earliestClosing)} at the earliest.`;
}

function needInWords(need: Filling['lacking'][number]): string {
  if (need === 'starters' || need === 'completers') return '';
  if (need === 'apart') return 'It needs 11 patients or more who are in one public cohort and not in the other.';
  return `${OUTCOMES[need].label}: so far of nobody or of everybody, and a group needs both.`;
}
