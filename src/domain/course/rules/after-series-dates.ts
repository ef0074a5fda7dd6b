import type { Fault } from '../../fault.js';
import { daysBetween } from '../../calendar/calendar.js';
import {
  LAST_INFUSION,
  followUpWeeks,
  infusionNumber,
  infusionSlot,
  slotLabel,
  type SlotName,
} from '../record/slots.js';
import { visitFault, visitsRunningBackwards, type Visit } from '../record/visits.js';
import { counted } from '../../numbers/words.js';
import { dateInWords } from '../../calendar/date-words.js';

/** Days after infusion 6 to which a post-series score belongs, both ends included. */
export const POST_SERIES_DAYS = { first: 1, last: 30 };

/**
 * Can the dates after the series be true?
 *
 * Input: the dated visits of a course, by slot. Output: every fault at once. A post-series score needs
 * a dated infusion 6 and lies 1 to 30 days after it; follow-ups lie after the last dated infusion and
 * don't run backwards by their weeks (two on one day are allowed). Empty when all can be true.
 *
 * @example afterSeriesFaults([infusion 6 on 2026-03-19, post-series on 2026-04-19])
 * // [{ rule: 'post-series-not-within-30-days', … }], as that is 31 days
 */
export function afterSeriesFaults(visits: readonly Visit[]): Fault[] {
  const lastInfusion = visits.findLast(({ slot }) => infusionNumber(slot) !== null);
  const followUps = visits.filter(({ slot }) => followUpWeeks(slot) !== null);
  return [
    ...postSeriesFaults(visits),
    ...followUps.flatMap((visit) => followUpFaults(visit, lastInfusion)),
    ...visitsRunningBackwards(followUps),
  ];
}

function postSeriesFaults(visits: readonly Visit[]): Fault[] {
  const postSeries = visitAt(visits, 'post-series');
  if (postSeries === undefined) return [];
  const { slot, assessedOn } = postSeries;
  const infusion = infusionSlot(LAST_INFUSION);
  const sixth = visitAt(visits, infusion);
  if (sixth === undefined) {
    const message = `The post-series date, ${dateInWords(assessedOn)}, needs a date at ${slotLabel(infusion)} first.`;
    return [visitFault(slot, 'post-series-without-infusion-6', message)];
  }
  const days = daysBetween(sixth.assessedOn, assessedOn);
  const { first, last } = POST_SERIES_DAYS;
  if (days >= first && days <= last) return [];
  const message =
    `The post-series date, ${dateInWords(assessedOn)}, must be ${first} to ${last} days after ${slotLabel(infusion)} ` +
    `on ${dateInWords(sixth.assessedOn)}, not ${daysInWords(days)}.`;
  return [visitFault(slot, 'post-series-not-within-30-days', message)];
}

function followUpFaults({ slot, assessedOn }: Visit, lastInfusion: Visit | undefined): Fault[] {
  if (lastInfusion === undefined || assessedOn > lastInfusion.assessedOn) return [];
  const message =
    `The date of ${slotLabel(slot)}, ${dateInWords(assessedOn)}, must be after the last infusion, ` +
    `${slotLabel(lastInfusion.slot)} on ${dateInWords(lastInfusion.assessedOn)}.`;
  return [visitFault(slot, 'follow-up-not-after-series', message)];
}

function visitAt(visits: readonly Visit[], slot: SlotName): Visit | undefined {
  return visits.find((visit) => visit.slot === slot);
}

function daysInWords(days: number): string {
  if (days === 0) return 'the same day';
  if (days === -1) return 'the day before';
  return days < 0 ? `${counted(-days, 'day')} before it` : counted(days, 'day');
}
