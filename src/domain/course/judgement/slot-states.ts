import { addDays, type CalendarDate } from '../../calendar/calendar.js';
import { clinicDayFrom, EVERY_DAY, type ClinicDays } from '../../calendar/clinic-days.js';
import type { TotalScore } from '../../cudos/score.js';
import { recordOf, type CourseRecord, type SlotRecord } from '../record/course-record.js';
import { INFUSION_NUMBERS, infusionSlot, type InfusionNumber, type InfusionSlot } from '../record/slots.js';
import type { MissedReason } from '../record/stop-reasons.js';

/** What is known of one of the six infusions on a given day. */
export interface SlotState {
  readonly slot: InfusionSlot;
  readonly infusion: InfusionNumber;
  /** `unresolved`: its day has passed, and nobody said what happened. */
  readonly state: 'due' | 'scored' | 'missed' | 'unresolved';
  /** The day of what is recorded. */
  readonly on: CalendarDate | null;
  readonly total: TotalScore | null;
  /** The planned day of a slot that is due or unresolved; null for every other. */
  readonly dueOn: CalendarDate | null;
  /** `courseStopped`: the course ended before. */
  readonly missedReason: MissedReason | 'courseStopped' | null;
}

/**
 * What is known of each of the six infusions today?
 *
 * Input: a course, today's calendar date at the clinic, and the days on which it treats. Output: six states in order. A record speaks
 * for itself. An empty slot before a later record is `unresolved`, because its day has passed and
 * nobody said what happened. After the last record it is `missed` when the course was stopped, else
 * `unresolved` once its planned day is over, else `due`; `plannedDay` says which day that is.
 *
 * @example slotStates(course of 2026-03-02 with infusion 1 scored that day, '2026-03-06')[1]
 * // { slot: 'infusion-2', state: 'unresolved', dueOn: '2026-03-05', … } by a protocol of 0, 3, …
 */
export function slotStates(course: CourseRecord, today: string, days: ClinicDays = EVERY_DAY): SlotState[] {
  const lastRecorded = INFUSION_NUMBERS.findLast((infusion) => recordAt(course, infusion) !== null);
  return INFUSION_NUMBERS.map((infusion) => {
    const record = recordAt(course, infusion);
    if (record !== null) return recordedState(infusion, record);
    if (course.stopped !== null && infusion > (lastRecorded ?? 0)) return emptyState(infusion, 'missed', null);
    const dueOn = plannedDay(course, infusion, days);
    const passed = infusion < (lastRecorded ?? 0) || (dueOn !== null && dueOn < today);
    return emptyState(infusion, passed ? 'unresolved' : 'due', dueOn);
  });
}

function recordedState(infusion: InfusionNumber, record: SlotRecord): SlotState {
  const { state, assessedOn: on, total, missedReason } = record;
  return { slot: infusionSlot(infusion), infusion, state, on, total, dueOn: null, missedReason };
}

function emptyState(infusion: InfusionNumber, state: 'due' | 'missed' | 'unresolved', dueOn: string | null): SlotState {
  const missedReason = state === 'missed' ? 'courseStopped' : null;
  return {
    slot: infusionSlot(infusion),
    infusion,
    state,
    on: null,
    total: null,
    dueOn,
    missedReason,
  };
}

/**
 * On which day is this infusion planned?
 *
 * Input: a course, an infusion, 1-6, and the days on which the clinic treats. Output: a calendar date, or null when the protocol
 * does not reach that far. It is the first clinic day from the day by the protocol on that comes after the planned day of the
 * infusion before, so that a closed week does not put two on one day. Each is counted by the protocol, so that a holiday
 * does not delay those after it. Infusion 1 is on the start of the course, whatever day that is.
 *
 * @example plannedDay(course of 2026-03-02 by 0, 3, 7, … with infusion 2 on 2026-03-07, 3) // '2026-03-11'
 */
export function plannedDay(
  course: CourseRecord,
  infusion: InfusionNumber,
  days: ClinicDays = EVERY_DAY,
): CalendarDate | null {
  const anchor = anchorBefore(course, infusion) ?? 0;
  let planned: CalendarDate | null = null;
  for (const each of INFUSION_NUMBERS.slice(anchor, infusion)) {
    const byProtocol = dayByProtocol(course, each);
    if (byProtocol === null) return null;
    const earliest: CalendarDate = planned !== null && planned >= byProtocol ? addDays(planned, 1) : byProtocol;
    planned = each === 1 ? byProtocol : clinicDayFrom(days, earliest);
  }
  return planned;
}

/**
 * Which day is it by the protocol alone, also where the clinic is closed?
 *
 * Input: a course, and an infusion, 1-6. Output: the calendar date that keeps the protocol's distance from the nearest infusion
 * before it that has a date, or from the start of the course when there is none. Null when the protocol does not reach
 * that far.
 *
 * @example dayByProtocol(course of 2026-03-02 by 0, 3, 7, … with nothing recorded, 3) // '2026-03-09'
 */
export function dayByProtocol(course: CourseRecord, infusion: InfusionNumber): CalendarDate | null {
  const anchor = anchorBefore(course, infusion);
  const from = anchor === undefined ? null : recordAt(course, anchor)?.assessedOn;
  const offset = course.protocol[infusion - 1];
  if (offset === undefined) return null;
  const offsetOfAnchor = anchor === undefined ? 0 : (course.protocol[anchor - 1] ?? 0);
  return addDays(from ?? course.startedOn, offset - offsetOfAnchor);
}

/** The nearest infusion before this one that has a date. */
function anchorBefore(course: CourseRecord, infusion: InfusionNumber): InfusionNumber | undefined {
  return INFUSION_NUMBERS.findLast(
    (earlier) => earlier < infusion && (recordAt(course, earlier)?.assessedOn ?? null) !== null,
  );
}

function recordAt(course: CourseRecord, infusion: InfusionNumber): SlotRecord | null {
  return recordOf(course, infusionSlot(infusion));
}
