import type { ClinicDays } from '../../../../domain/calendar/clinic-days.js';
import { likelyDay } from '../../../../domain/course/rules/likely-day.js';
import { shownEntry, type Cell } from '../store/cells';
import { dateInWords } from '../../../../domain/calendar/date-words';

/** Which date an empty cell is given: the clinic's today, or its planned day where that has come. */
export type DateRule = 'today' | 'planned';

export interface Dates {
  today: string;
  rule: DateRule;
  /** The days on which the clinic treats; those of the plan fall on them. */
  clinicDays: ClinicDays;
}

/**
 * The date that is saved with what is typed into the cell, unless another was chosen. An entry that is amended keeps its
 * own, and a cell before a later infusion is given its planned day, because today can't be right there.
 */
export function dateOf(cell: Cell, chosen: string | null, { today, rule }: Dates): string {
  const own = chosen ?? shownEntry(cell)?.assessedOn;
  if (own) return own;
  const { dueOn } = cell;
  const planned = rule === 'planned' && dueOn !== null && dueOn <= today;
  return planned ? dueOn : likelyDay(cell, today);
}

/** The date in words, and whether it is the clinic's today. */
export function dateWords(date: string, today: string): string {
  return date === today ? `${dateInWords(date)}, today` : dateInWords(date);
}
