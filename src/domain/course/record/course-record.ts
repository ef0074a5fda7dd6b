import type { Answers } from '../../cudos/items.js';
import type { TotalScore } from '../../cudos/score.js';
import { compareDates, type CalendarDate } from '../../calendar/calendar.js';
import type { CourseKind } from './kinds.js';
import { INFUSION_NUMBERS, compareSlots, infusionSlot, type SlotName, type SixScores } from './slots.js';
import type { MissedReason, StopReason } from './stop-reasons.js';

/** What was recorded for one slot. A form with too few answers is scored but has no total. */
export interface SlotRecord {
  readonly slot: SlotName;
  readonly state: 'scored' | 'missed';
  /** 0-64, higher is worse; null where missed, or where too few items were answered. */
  readonly total: number | null;
  readonly answers: Answers | null;
  /** Calendar date of the visit, not of the typing. */
  readonly assessedOn: string | null;
  readonly missedReason: MissedReason | null;
}

/** One series of up to six infusions, with whatever has been recorded of it so far. */
export interface CourseRecord {
  readonly kind: CourseKind;
  readonly startedOn: string;
  /** Planned days of the six infusions, counted from the first, e.g. 0, 3, 7, 10, 14, 17. */
  readonly protocol: readonly number[];
  readonly stopped: { readonly on: string; readonly reason: StopReason } | null;
  /** The day on which somebody said that it was still under way; counts as an entry of that day. */
  readonly underWayOn: string | null;
  /** At most one record a slot, in any order. */
  readonly slots: readonly SlotRecord[];
}

/** A slot that holds a total and the date it belongs to. */
export interface DatedScore {
  readonly slot: SlotName;
  readonly total: TotalScore;
  /** The day it was taken. */
  readonly assessedOn: CalendarDate;
}

/**
 * What was recorded for this slot?
 *
 * Input: a course and a slot. Output: the record, or null when nobody has recorded anything there.
 *
 * @example recordOf(course, 'infusion-2') // { slot: 'infusion-2', state: 'missed', … }
 */
export function recordOf(course: CourseRecord, slot: SlotName): SlotRecord | null {
  return course.slots.find((record) => record.slot === slot) ?? null;
}

/**
 * What is the total of this slot?
 *
 * Input: a course and a slot. Output: the total, 0-64, higher is worse; null when the slot is empty,
 * missed, or holds a form with too few answers.
 *
 * @example totalAt(course, 'infusion-1') // 40
 */
export function totalAt(course: CourseRecord, slot: SlotName): number | null {
  const record = recordOf(course, slot);
  return record?.state === 'scored' ? record.total : null;
}

/**
 * What are the six totals of the series?
 *
 * Input: a course. Output: six totals in the order of the infusions, 0-64 or null where there is none.
 *
 * @example sixScoresOf(course) // [40, 31, null, 22, null, null]
 */
export function sixScoresOf(course: CourseRecord): SixScores {
  return INFUSION_NUMBERS.map((infusion) => totalAt(course, infusionSlot(infusion)));
}

/**
 * Which scores does the course have, in the order they were taken?
 *
 * Input: a course. Output: every slot with a total and a date, by date and, on one day, by slot. Empty
 * when there is none. Post-series and follow-up scores are among them.
 *
 * @example scoresInTime(course).map(({ total }) => total) // [40, 31, 22]
 */
export function scoresInTime(course: CourseRecord): DatedScore[] {
  const scores: DatedScore[] = [];
  for (const { slot, state, total, assessedOn } of course.slots) {
    if (state === 'scored' && total !== null && assessedOn !== null) scores.push({ slot, total, assessedOn });
  }
  return scores.sort((a, b) => compareDates(a.assessedOn, b.assessedOn) || compareSlots(a.slot, b.slot));
}

/**
 * When was the course last heard of?
 *
 * Input: a course. Output: the latest date of any entry, scored or missed, with a total or without, post-series and
 * follow-ups too, and the day on which somebody said that it was under way; null where there is none.
 *
 * @example lastEntryOn(course scored on 2026-03-02 and missed on 2026-03-05) // '2026-03-05'
 */
export function lastEntryOn(course: CourseRecord): CalendarDate | null {
  let last = course.underWayOn;
  for (const { assessedOn } of course.slots)
    if (assessedOn !== null && (last === null || assessedOn > last)) last = assessedOn;
  return last;
}
