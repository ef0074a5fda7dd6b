import type { Fault } from '../../fault.js';
import { isCalendarDate } from '../../calendar/calendar.js';
import type { CourseRecord } from './course-record.js';
import { compareSlots, slotLabel, type SlotName } from './slots.js';
import { dateInWords } from '../../calendar/date-words.js';

/** A slot with a usable date, scored or missed. */
export interface Visit {
  readonly slot: SlotName;
  readonly assessedOn: string;
  readonly scored: boolean;
}

/**
 * Which slots of this course have a date, in the order they ought to follow each other?
 *
 * Input: a course. Output: the slots with a day of the calendar, by slot and not by date. A slot without
 * a date, or with a text that is none, is left out.
 *
 * @example visitsOf(course)[0] // { slot: 'infusion-1', assessedOn: '2026-03-02', scored: true }
 */
export function visitsOf(course: CourseRecord): Visit[] {
  const visits: Visit[] = [];
  for (const { slot, assessedOn, state } of course.slots) {
    if (assessedOn !== null && isCalendarDate(assessedOn))
      visits.push({ slot, assessedOn, scored: state === 'scored' });
  }
  return visits.sort((a, b) => compareSlots(a.slot, b.slot));
}

/**
 * What is said of a visit whose date can't be true?
 *
 * Input: the slot, the rule, and a sentence. Output: the fault, pointing at that slot's date.
 *
 * @example visitFault('infusion-2', 'not-a-date', '…').path // '/slots/infusion-2/assessedOn'
 */
export function visitFault(slot: SlotName, rule: string, message: string): Fault {
  return { rule, message, path: `/slots/${slot}/assessedOn` };
}

/**
 * Which visits are dated before the one that ought to precede them?
 *
 * Input: visits in the order they ought to follow each other. Output: a fault for each that is dated
 * earlier than its neighbor before; the same day is allowed. It names both, as either may be wrong.
 *
 * @example visitsRunningBackwards([infusion 2 on 2026-03-05, infusion 3 on 2026-03-02]).length // 1
 */
export function visitsRunningBackwards(visits: readonly Visit[]): Fault[] {
  return visits.flatMap(({ slot, assessedOn }, index) => {
    const previous = visits[index - 1];
    if (previous === undefined || assessedOn >= previous.assessedOn) return [];
    const message =
      `The date of ${slotLabel(slot)}, ${dateInWords(assessedOn)}, is before that of ${slotLabel(previous.slot)}, ` +
      `${dateInWords(previous.assessedOn)}. One of the two is wrong.`;
    return [visitFault(slot, 'dates-run-backwards', message)];
  });
}
