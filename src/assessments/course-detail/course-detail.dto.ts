import { IsIn, IsOptional } from 'class-validator';
import type { CalendarDate } from '../../domain/calendar/calendar.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import { type CourseResponse, toCourseResponse } from '../../courses/course.dto.js';
import type { Course } from '../../courses/course.entity.js';
import type { CourseStatus } from '../../domain/course/judgement/status.js';
import { courseStatus } from '../../domain/course/judgement/status.js';
import { marksOf, type MarkName } from '../../domain/course/judgement/marks.js';
import { afterSeriesVisits, type AfterSeriesVisit } from '../../domain/course/judgement/after-series-visits.js';
import { slotStates, type SlotState } from '../../domain/course/judgement/slot-states.js';
import { lastEntryOn } from '../../domain/course/record/course-record.js';
import { compareSlots, infusionNumber, type InfusionSlot, type SlotName } from '../../domain/course/record/slots.js';
import type { ClinicDay } from '../../staff/clinic/clinic-calendar.service.js';
import { IsCalendarDate } from '../../http/is-calendar-date.js';
import { PageQuery } from '../../http/page.dto.js';
import { type AssessmentResponse, toAssessmentResponse } from '../entries/assessment.dto.js';
import type { Entry } from '../entries/assessment.entity.js';
import { toCourseRecord } from './course-record.js';

export interface SlotResponse {
  slot: InfusionSlot;
  /** `due`, `scored`, `missed`, or `unresolved`: its day has passed and nobody said what happened. */
  state: SlotState['state'];
  /** Planned day of a slot that is due or unresolved, a day on which the clinic treats. */
  dueOn: CalendarDate | null;
  /** Why it was missed; `courseStopped` where the course ended before. */
  missedReason: SlotState['missedReason'];
  /** What was recorded last, also where it was taken back; null where nothing ever was. */
  recorded: AssessmentResponse | null;
}

export interface AfterSeriesDueResponse {
  slot: SlotName;
  /** `unresolved`: its day has passed and nobody said what happened. */
  state: AfterSeriesVisit['state'];
  dueOn: CalendarDate;
  /** What was recorded and taken back; null where nothing ever was. */
  recorded: AssessmentResponse | null;
}

export interface CourseDetailResponse extends CourseResponse {
  /** @example "A-1042" */
  chartNumber: string;
  /**
   * `active`; `completed`: infusion 6 is scored or missed; `stopped`; or `lost`: nobody closed it, and no entry came for
   * more than 60 days (maintenance: 180). An entry that comes late brings a lost course back.
   */
  status: CourseStatus;
  /** Latest date of anything recorded, and of `underWayOn`; null where nothing has a date. */
  lastEntryOn: CalendarDate | null;
  /** The six infusions. */
  slots: SlotResponse[];
  /** Post-series score and follow-ups that were recorded. */
  afterSeries: AssessmentResponse[];
  /**
   * Scores after the series that are to come or were not taken yet, by the weeks that the clinic has set; each is asked for
   * up to four weeks. None for maintenance, and where the patient began another course.
   */
  afterSeriesDue: AfterSeriesDueResponse[];
  /**
   * Safety notices of this course that nobody has acknowledged yet; 0 says nothing about the patient's safety.
   * @example 0
   */
  openSafetyNotices: WholeNumber;
  /**
   * Why somebody may have to look at the course; never that it should be stopped. `noImprovement`: at infusion 4 or later
   * less than 20 % below the baseline; `rising`: over the latest three scores; `reliablyWorse`: above the baseline by more
   * than a reliable change, at infusion 3 or later; `silent`: lost. None for a completed or stopped course.
   * @example ["rising"]
   */
  marks: MarkName[];
  /** Points; more is a reliable change. Of the clinic; null under 10 baselines, and where all are equal. @minimum 0 */
  reliableChangeThreshold: number | null;
}

/** What is known of the clinic when its courses are read. */
export interface CourseContext {
  day: ClinicDay;
  /** Points; null: none. */
  threshold: number | null;
  /** Safety notices that nobody has acknowledged yet, by course. */
  openNotices: ReadonlyMap<string, number>;
  /** Courses after which their patient began another. */
  followed: ReadonlySet<string>;
}

export class CourseQuery extends PageQuery {
  /**
   * `concluded` is completed, stopped or lost
   * @example "active"
   */
  @IsOptional()
  @IsIn(['active', 'completed', 'stopped', 'lost', 'concluded'], {
    message: 'The status must be active, completed, stopped, lost or concluded.',
  })
  status?: CourseStatus | 'concluded';

  /**
   * Only courses that started on this day or later
   * @example "2026-01-01"
   */
  @IsOptional()
  @IsCalendarDate('The first day')
  startedFrom?: string;

  /**
   * `true` for only those courses in which nobody said what happened at an infusion before a later one that is recorded
   * @example "true"
   */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'Write gaps=true or gaps=false.' })
  gaps?: 'true' | 'false';

  /**
   * `true` for only those courses with a score after the series that is due within a week, or was due and is still asked for
   * @example "true"
   */
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'Write afterSeriesDue=true or afterSeriesDue=false.' })
  afterSeriesDue?: 'true' | 'false';
}

/** A course with the state of its slots on a day of the clinic's calendar. */
export function toCourseDetailResponse(
  course: Course,
  rows: readonly Entry[],
  { day, threshold, openNotices, followed }: CourseContext,
): CourseDetailResponse {
  const { today, afterSeriesWeeks } = day;
  const record = toCourseRecord(course, rows);
  const recordedAt = (slot: SlotName) => {
    const row = rows.find((candidate) => candidate.slot === slot);
    return row ? toAssessmentResponse(row) : null;
  };
  const weeks = followed.has(course.id) ? [] : afterSeriesWeeks;
  return {
    ...toCourseResponse(course),
    chartNumber: course.patient?.chartNumber ?? '',
    status: courseStatus(record, today),
    lastEntryOn: lastEntryOn(record),
    slots: slotStates(record, today, day).map(({ slot, state, dueOn, missedReason }) => ({
      slot,
      state,
      dueOn,
      missedReason,
      recorded: recordedAt(slot),
    })),
    afterSeries: rows
      .filter(({ slot }) => infusionNumber(slot) === null)
      .sort((a, b) => compareSlots(a.slot, b.slot))
      .map(toAssessmentResponse),
    afterSeriesDue: afterSeriesVisits(record, weeks, today, day).map((visit) => ({
      ...visit,
      recorded: recordedAt(visit.slot),
    })),
    openSafetyNotices: openNotices.get(course.id) ?? 0,
    marks: marksOf(record, today, threshold),
    reliableChangeThreshold: threshold,
  };
}
