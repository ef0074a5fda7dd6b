import { ITEMS, OPPOSITE_ITEMS, answerTo } from '../../cudos/items.js';
import { daysBetween } from '../../calendar/calendar.js';
import { recordOf, scoresInTime, type CourseRecord, type DatedScore } from '../record/course-record.js';
import { infusionNumber, slotLabel, type SlotName } from '../record/slots.js';
import { visitsOf } from '../record/visits.js';
import { unlikeOwnCourse } from './own-spread.js';
import { unlikelyDates } from './unlikely-dates.js';
import type { Warning } from './warning.js';
import { dateInWords } from '../../calendar/date-words.js';

/** A score that moves by more points than this within so few days is usually a typing error. */
const LARGE_CHANGE = { points: 30, withinDays: 3 };

/** Both items of an opposite pair at or above this answer contradict each other. */
const HIGH_ANSWER = 3;

/**
 * What is unlikely about the score in this slot?
 *
 * Input: a whole course, as it would be after the change at hand, and the slot at hand. Output: warnings
 * for a change of more than 30 points within 3 days from the score before or to the score after, for a score that is
 * unlike the others of the course (`unlikeOwnCourse`), for opposite items (3 and 4, 5 and 6) both answered 3 or 4, and for
 * dates that are unlikely by the plan (`unlikelyDates`). Empty when nothing is unlikely, or when the slot holds nothing.
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
    ...changesOf(scores, slot),
    ...oppositeAnswers(course, slot),
    ...unlikelyDates(course, infusions, slot),
  ];
}

/** A change that is large by its days is not said a second time. */
function changesOf(scores: readonly DatedScore[], slot: SlotName): Warning[] {
  const large = largeChanges(scores, slot);
  return large.length > 0 ? large : unlikeOwnCourse(scores, slot);
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
    `From ${earlier.total} at ${slotLabel(earlier.slot)} (${dateInWords(earlier.assessedOn)}) to ${later.total} at ` +
    `${slotLabel(later.slot)} (${dateInWords(later.assessedOn)}) is a change of ${points} points within ` +
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
