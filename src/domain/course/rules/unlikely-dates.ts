import { daysBetween } from '../../calendar/calendar.js';
import { capital } from '../../numbers/words.js';
import type { CourseRecord } from '../record/course-record.js';
import { infusionNumber, slotLabel, type SlotName } from '../record/slots.js';
import type { Visit } from '../record/visits.js';
import type { Warning } from './warning.js';
import { dateInWords } from '../../calendar/date-words.js';

/**
 * Days by which an infusion may be later than its planned distance from the one before: beyond the first somebody is asked,
 * beyond the second a year or a month was usually typed wrong.
 */
const LONGER_THAN_PLANNED = {
  induction: { weeksApart: 21, farFromPlan: 60 },
  maintenance: { weeksApart: 60, farFromPlan: 300 },
};

/** The first infusion is the start of a course; some begin it with the first visit. */
const BASELINE_WITHIN_DAYS = 21;

/**
 * What is unlikely about the date of the infusion in this slot?
 *
 * Input: a course, its dated infusions in order (scored or missed), and a slot. Output: warnings for another infusion on
 * the same day, for a distance from the infusion before or after that is 21 days longer than planned (maintenance: 60),
 * under another rule from 60 days on (maintenance: 300), and for a baseline more than 21 days after the start of
 * the course. Empty where nothing is unlikely, or where the slot has no date.
 *
 * @example unlikelyDates(course of 0, 3, … with infusion 1 on 2026-03-02 and 2 on 2026-03-27, …, 'infusion-2')[0].rule
 * // 'infusions-weeks-apart': 25 days, where 3 are planned
 */
export function unlikelyDates(course: CourseRecord, infusions: readonly Visit[], slot: SlotName): Warning[] {
  const place = infusions.findIndex((visit) => visit.slot === slot);
  const pairs = [
    [infusions[place - 1], infusions[place]],
    [infusions[place], infusions[place + 1]],
  ];
  return [
    ...lateBaseline(course, infusions[place]),
    ...pairs.flatMap(([earlier, later]) => (earlier && later ? unlikelyDistance(course, earlier, later) : [])),
  ];
}

function lateBaseline({ startedOn }: CourseRecord, visit: Visit | undefined): Warning[] {
  if (visit === undefined || infusionNumber(visit.slot) !== 1) return [];
  const days = daysBetween(startedOn, visit.assessedOn);
  if (days <= BASELINE_WITHIN_DAYS) return [];
  const message =
    `${capital(slotLabel(visit.slot))}, the baseline, on ${dateInWords(visit.assessedOn)} is ${days} days after the course began, ` +
    `${dateInWords(startedOn)}. Check both dates.`;
  return [{ rule: 'baseline-long-after-start', message }];
}

function unlikelyDistance({ kind, protocol }: CourseRecord, earlier: Visit, later: Visit): Warning[] {
  const days = daysBetween(earlier.assessedOn, later.assessedOn);
  if (days === 0) {
    const both = `${capital(slotLabel(earlier.slot))} and ${slotLabel(later.slot)}`;
    return [
      {
        rule: 'infusions-on-one-day',
        message: `${both} are both on ${dateInWords(later.assessedOn)}. Check both dates.`,
      },
    ];
  }
  const planned = plannedDay(protocol, later.slot) - plannedDay(protocol, earlier.slot);
  const { weeksApart, farFromPlan } = LONGER_THAN_PLANNED[kind];
  if (days - planned <= weeksApart) return [];
  const both = `${slotLabel(earlier.slot)} (${dateInWords(earlier.assessedOn)}) and ${slotLabel(later.slot)} (${dateInWords(later.assessedOn)})`;
  const between = `Between ${both} lie ${days} days, where ${planned} are planned.`;
  if (days - planned <= farFromPlan)
    return [{ rule: 'infusions-weeks-apart', message: `${between} Check both dates.` }];
  return [{ rule: 'date-far-from-plan', message: `${between} Check both dates, the year too.` }];
}

function plannedDay(protocol: readonly number[], slot: SlotName): number {
  return protocol[(infusionNumber(slot) ?? 1) - 1] ?? 0;
}
