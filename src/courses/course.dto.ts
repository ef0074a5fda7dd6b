import { IsIn, IsObject, IsOptional, IsUUID, ValidateIf, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import type { CalendarDate } from '../domain/calendar/calendar.js';
import type { WholeNumber } from '../domain/numbers/number-types.js';
import type { Id } from '../domain/id.js';
import type { Version } from '../http/version.js';
import { type Indication } from '../domain/course/record/indications.js';
import { STOP_REASONS, type StopReason } from '../domain/course/record/stop-reasons.js';
import { IsCalendarDate } from '../http/is-calendar-date.js';
import { IsProtocol } from './is-protocol.js';
import type { Course } from './course.entity.js';
import { type CourseKind } from '../domain/course/record/kinds.js';
import { IsIndication, IsKind, IsNote } from '../http/field-rules.js';

const CLINICIAN = {
  message: 'The clinician must be the id of a clinician or director of this clinic who is not deactivated.',
};

/** May be left out of a change, but not be cleared. */
const IfSent = () => ValidateIf((_change, value) => value !== undefined);

export class NewCourse {
  /** @example "induction" */
  @IsKind()
  kind: CourseKind;

  /**
   * Left out: for maintenance that of the patient's course before, else not specified
   * @example "treatmentResistantDepression"
   */
  @IfSent()
  @IsIndication()
  indication?: Indication;

  /**
   * Calendar date of the first infusion in the clinic
   * @example "2026-03-04"
   */
  @IsCalendarDate('The start')
  startedOn: string;

  /**
   * Planned day of each of the six infusions, in days after the first. Left out: 0, 3, 7, 10, 14, 17; for maintenance as
   * many weeks apart as the clinic has set
   * @example [0, 3, 7, 10, 14, 17]
   */
  @IfSent()
  @IsProtocol()
  protocol?: number[];

  /**
   * Staff id of the treating clinician; null for none. Left out: for maintenance that of the patient's course before, where
   * that person still treats
   * @example "019a5c1e-8f00-7000-8000-000000000003"
   */
  @IsOptional()
  @IsUUID(undefined, CLINICIAN)
  clinicianId?: string | null;
}

export class Stop {
  /**
   * Calendar date on which the course was given up
   * @example "2026-03-14"
   */
  @IsCalendarDate('The day of stopping')
  on: string;

  /** @example "sideEffects" */
  @IsIn(Object.keys(STOP_REASONS), {
    message: `The reason must be one of ${Object.keys(STOP_REASONS).join(', ')}.`,
  })
  reason: StopReason;

  /** @example "Raised blood pressure at infusion 3" */
  @IsOptional()
  @IsNote()
  note?: string | null;
}

export class CourseChange {
  /** @example "induction" */
  @IfSent()
  @IsKind()
  kind?: CourseKind;

  /** @example "ptsd" */
  @IfSent()
  @IsIndication()
  indication?: Indication;

  /** @example "2026-03-04" */
  @IfSent()
  @IsCalendarDate('The start')
  startedOn?: string;

  /** @example [0, 2, 4, 7, 9, 11] */
  @IfSent()
  @IsProtocol()
  protocol?: number[];

  /** @example "019a5c1e-8f00-7000-8000-000000000003" */
  @IsOptional()
  @IsUUID(undefined, CLINICIAN)
  clinicianId?: string | null;

  /** That the course was given up, when and why; null takes it back */
  @IsOptional()
  @IsObject({ message: 'A stop has a day and a reason; null takes it back.' })
  @ValidateNested()
  @Type(() => Stop)
  stopped?: Stop | null;

  /**
   * Day on which the course was still under way, though no entry says so: it counts as an entry of that day, so that the
   * course is not lost yet; null takes it back
   * @example "2026-05-04"
   */
  @IsOptional()
  @IsCalendarDate('The day on which it was still under way')
  underWayOn?: string | null;
}

export interface CourseResponse {
  id: Id;
  patientId: Id;
  /** Counts the patient's courses from 1. @example 1 */
  number: WholeNumber;
  kind: CourseKind;
  indication: Indication;
  startedOn: CalendarDate;
  /** @example [0, 3, 7, 10, 14, 17] */
  protocol: number[];
  clinicianId: Id | null;
  stopped: Stop | null;
  /** Day on which somebody said that the course was still under way; null: nobody did. */
  underWayOn: CalendarDate | null;
  /** Staff id of who said so; the command line has one of its own. */
  underWayBy: Id | null;
  version: Version;
}

export interface CourseListResponse {
  items: CourseResponse[];
}

export function toCourseResponse(course: Course): CourseResponse {
  const { id, patientId, number, kind, indication, startedOn, protocol, clinicianId } = course;
  const { stoppedOn, stoppedReason, stoppedNote, underWayOn, underWayBy, version } = course;
  const stopped =
    stoppedOn === null || stoppedReason === null ? null : { on: stoppedOn, reason: stoppedReason, note: stoppedNote };
  const fields = { id, patientId, number, kind, indication, startedOn, protocol, clinicianId };
  return { ...fields, stopped, underWayOn, underWayBy, version };
}
