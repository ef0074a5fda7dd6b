import { IntersectionType, OmitType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { AUDIT_ACTIONS, READ_ACTIONS, type AuditAction } from '../domain/audit/actions.js';
import type { Instant } from '../domain/calendar/calendar.js';
import type { Id } from '../domain/id.js';
import { CsvQuery } from '../http/csv.dto.js';
import type { TableCell } from '../http/csv-lines.js';
import { IsCalendarDate } from '../http/is-calendar-date.js';
import { PageQuery } from '../http/page.dto.js';
import { COMMAND_LINE } from '../staff/sessions/actor.js';
import type { EventFilter, NamedEvent } from './audit-trail.repository.js';

/** Which events; without a filter all of them. */
export class AuditEventQuery extends PageQuery {
  /**
   * Only what this person did
   * @example "0198c5a2-7a3b-7c1d-9e2f-3a4b5c6d7e8f"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'The person must be named by an id, a UUID.' })
  staffId?: string;

  /**
   * Only what was done to this patient and the courses of this patient
   * @example "0198c5a2-7a3b-7c1d-9e2f-3a4b5c6d7e8f"
   */
  @IsOptional()
  @IsUUID(undefined, { message: 'The patient must be named by an id, a UUID.' })
  patientId?: string;

  /** @example "patient.changed" */
  @IsOptional()
  @IsIn(Object.keys(AUDIT_ACTIONS), { message: 'There is no action of this name.' })
  action?: AuditAction;

  /**
   * `reads` for those alone by which somebody looked at something of patients
   * @example "reads"
   */
  @IsOptional()
  @IsIn(['reads'], { message: 'It can be left out, or be reads.' })
  only?: 'reads';

  /**
   * First day, in the time zone of the clinic
   * @example "2026-03-01"
   */
  @IsOptional()
  @IsCalendarDate('The first day')
  from?: string;

  /**
   * Last day, in the time zone of the clinic
   * @example "2026-03-31"
   */
  @IsOptional()
  @IsCalendarDate('The last day')
  to?: string;
}

/** The same for a file, which has no pages. */
export class AuditFilterQuery extends OmitType(AuditEventQuery, ['after', 'limit']) {}

export class AuditFileQuery extends IntersectionType(AuditFilterQuery, CsvQuery) {}

export interface AuditEventResponse {
  /** Place in the chain of the clinic, 1, 2, 3 and so on @integer @minimum 1 @example 1042 */
  position: number;
  at: Instant;
  /** Who did it, or whose sign-in was refused; null for a command on the server. */
  staffId: Id | null;
  /** @example "Dana" */
  staffName: string | null;
  action: AuditAction;
  /** The patient, course, person, publication, import or export it was done to; null for the clinic itself. */
  subjectId: Id | null;
  /** Where it was done to a patient or to a course of one. */
  patientId: Id | null;
  /** @example "A-1042" */
  chartNumber: string | null;
  /** Where it was done to the account of a person. @example "Sam Okafor" */
  aboutName: string | null;
  /** Names of fields, a visit, a number of rows; never what was written. @example "infusion-1" */
  detail: string | null;
  /** Network address of the request, an IPv6 address by its first 64 bits; null for a command on the server. @example "203.0.113.7" */
  address: string | null;
  /** @example "0198c5a2-7a3b-7c1d-9e2f-3a4b5c6d7e8f" */
  requestId: string;
}

export function toAuditEventResponse({ at, staffId, ...event }: NamedEvent): AuditEventResponse {
  return { ...event, at: at.toISOString(), staffId: staffId === COMMAND_LINE ? null : staffId };
}

export function toEventFilter(query: AuditFileQuery): EventFilter {
  const { staffId = null, patientId = null, action, only, from = null, to = null } = query;
  const actions = action ? [action] : null;
  return {
    staffId,
    patientId,
    actions: only ? READ_ACTIONS.filter((read) => actions?.includes(read) ?? true) : actions,
    from,
    to,
  };
}

export const AUDIT_COLUMNS = [
  ...['position', 'at', 'staff_id', 'staff_name', 'action', 'subject_id', 'patient_id', 'chart_number'],
  ...['about_name', 'detail', 'address', 'request_id'],
];

/** The cells of an event, in the order of the columns. */
export function auditCells(event: AuditEventResponse): TableCell[] {
  const { position, at, staffId, staffName, action, subjectId, patientId, chartNumber } = event;
  const { aboutName, detail, address, requestId } = event;
  const what = [position, at, staffId, staffName, action, subjectId, patientId, chartNumber];
  return [...what, aboutName, detail, address, requestId];
}
