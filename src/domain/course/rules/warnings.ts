import { ITEMS, OPPOSITE_ITEMS, answerTo } from '../../cudos/items.js';
import { daysBetween } from '../../calendar/calendar.js';
import { recordOf, scoresInTime, type CourseRecord, type DatedScore } from '../record/course-record.js';
import { infusionNumber, slotLabel, type SlotName } from '../record/slots.js';
import { visitsOf, type Visit } from '../record/visits.js';

/** Something unlikely that a person may confirm with a reason; unlike a fault it can be overridden. */
export interface Warning {
  readonly rule: 'large-change' | 'opposite-answers' | 'date-far-from-plan' | 'infusions-on-one-day';
  readonly message: string;
}

/** A score that moves by more points than this within so few days is usually a typing error. */
const LARGE_CHANGE = { points: 30, withinDays: 3 };

/** An infusion so many days after its planned distance from the one before is usually a year or month typed wrong. */
const FAR_FROM_PLAN = { induction: 60, maintenance: 300 };

/** Both items of an opposite pair at or above this answer contradict each other. */
const HIGH_ANSWER = 3;

/**
 * What is unlikely about the score in this slot?
 *
 * Input: a whole course, as it would be after the change at hand, and the slot at hand. Output: warnings
 * for a change of more than 30 points within 3 days from the score before or to the score after, for
 * opposite items (3 and 4, 5 and 6) both answered 3 or 4, for another infusion on the same day, and for a distance from
 * the infusion before or after that is 60 days longer than planned (300 in maintenance). Empty when nothing is unlikely,
 * or when the slot holds nothing.
 *
 * @example softWarnings(course with 50 on 2026-03-02 and 15 on 2026-03-05, 'infusion-2')
 * // [{ rule: 'large-change', … }]: 35 points in 3 days
 */
export function softWarnings(course: CourseRecord, slot: SlotName): Warning[] {
  return warningsOf(course)(slot);
}

/** `softWarnings` of one course, for many of its slots. */
export function warningsOf(course: CourseRecord): (slot: SlotName) => Warning[] {
  const scores = scoresInTime(course);
  const infusions = visitsOf(course).filter((visit) => infusionNumber(visit.slot) !== null);
  return (slot) => [
    ...largeChanges(scores, slot),
    ...oppositeAnswers(course, slot),
    ...unlikelyDates(course, infusions, slot),
  ];
}

function unlikelyDates(course: CourseRecord, infusions: readonly Visit[], slot: SlotName): Warning[] {
  const place = infusions.findIndex((visit) => visit.slot === slot);
  const pairs = [
    [infusions[place - 1], infusions[place]],
    [infusions[place], infusions[place + 1]],
  ];
  return pairs.flatMap(([earlier, later]) => (earlier && later ? unlikelyDistance(course, earlier, later) : []));
}

function unlikelyDistance({ kind, protocol }: CourseRecord, earlier: Visit, later: Visit): Warning[] {
  const days = daysBetween(earlier.assessedOn, later.assessedOn);
  if (days === 0) {
    const message = `${slotLabel(earlier.slot)} and ${slotLabel(later.slot)} are both on ${later.assessedOn}. Check both dates.`;
    return [{ rule: 'infusions-on-one-day', message: message.charAt(0).toUpperCase() + message.slice(1) }];
  }
  const planned = plannedDay(protocol, later.slot) - plannedDay(protocol, earlier.slot);
  if (days - planned <= FAR_FROM_PLAN[kind]) return [];
  const both = `${slotLabel(earlier.slot)} (${earlier.assessedOn}) and ${slotLabel(later.slot)} (${later.assessedOn})`;
  const message = `Between ${both} lie ${days} days, where ${planned} are planned. Check both dates, the year too.`;
  return [{ rule: 'date-far-from-plan', message }];
}

function plannedDay(protocol: readonly number[], slot: SlotName): number {
  return protocol[(infusionNumber(slot) ?? 1) - 1] ?? 0;
}

function largeChanges(scores: readonly DatedScore[], slot: SlotName): Warning[] {
  const place = scores.findIndex((score) => score.slot === slot);
  const before = scores[place - 1];
  const score = scores[place];
  const after = scores[place + 1];
  if (score === undefined) return [];
  return [
    ...(before === undefined ? [] : largeChange(before, score)),
    ...(after === undefined ? [] : largeChange(score, after)),
  ];
}

function largeChange(earlier: DatedScore, later: DatedScore): Warning[] {
  const points = Math.abs(later.total - earlier.total);
  if (points <= LARGE_CHANGE.points) return [];
  if (daysBetween(earlier.assessedOn, later.assessedOn) > LARGE_CHANGE.withinDays) return [];
  const message =
    `From ${earlier.total} at ${slotLabel(earlier.slot)} (${earlier.assessedOn}) to ${later.total} at ` +
    `${slotLabel(later.slot)} (${later.assessedOn}) is a change of ${points} points within ` +
    `${LARGE_CHANGE.withinDays} days. Check both scores and dates.`;
  return [{ rule: 'large-change', message }];
}

function oppositeAnswers(course: CourseRecord, slot: SlotName): Warning[] {
  const answers = recordOf(course, slot)?.answers ?? null;
  if (answers === null) return [];
  return OPPOSITE_ITEMS.filter((pair) => pair.every((number) => (answerTo(answers, number) ?? 0) >= HIGH_ANSWER)).map(
    (pair) => ({
      rule: 'opposite-answers',
      message:
        `Items ${pair.map(numberAndLabel).join(' and ')} are opposites, and both were answered ` +
        `${HIGH_ANSWER} or higher. Check with the patient.`,
    }),
  );
}

function numberAndLabel(number: number): string {
  return `${number} (${ITEMS[number - 1]?.label})`;
}
