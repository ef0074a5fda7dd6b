import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import type { SafetyNoticeEntity } from './safety-notice.entity.js';

/** A notice with the answers it speaks of, whose they are, and who acknowledged it. */
export interface NoticeInContext extends Omit<SafetyNoticeEntity, 'recorded'> {
  answers: (number | null)[] | null;
  patientId: string;
  chartNumber: string;
  courseNumber: number;
  acknowledgedByName: string | null;
}

/** A notice that nobody has looked at yet. */
export type NewNotice = Omit<SafetyNoticeEntity, 'recorded' | 'acknowledgedAt' | 'acknowledgedBy' | 'actionTaken'>;

/** Who looked at a notice, when, and what was done. */
export interface Acknowledgement {
  acknowledgedAt: Date;
  acknowledgedBy: string;
  actionTaken: string;
  requestId: string;
}

@Injectable()
export class SafetyNoticeRepository {
  async insert(
    { pipeline }: ClinicTransaction,
    { clinicId, id, courseId, slot, version, kind, openedAt, requestId }: NewNotice,
  ): Promise<NoticeInContext> {
    const values = [clinicId, id, courseId, slot, version, kind, openedAt, requestId];
    const [opened] = await pipeline.query<NoticeInContext>(OPEN, values);
    if (!opened) throw new Error('The new safety notice has no version of a course to speak of.');
    return opened;
  }

  /** The notice that was opened last at a slot. */
  async findLatest(
    { pipeline, clinicId }: ClinicTransaction,
    courseId: string,
    slot: SlotName,
  ): Promise<NoticeInContext | null> {
    const [latest] = await pipeline.query<NoticeInContext>(LATEST, [clinicId, courseId, slot]);
    return latest ?? null;
  }

  /** The notice, kept from changing until the transaction ends. */
  async findLocked({ pipeline, clinicId }: ClinicTransaction, id: string): Promise<NoticeInContext | null> {
    const [locked] = await pipeline.query<NoticeInContext>(LOCKED, [clinicId, id]);
    return locked ?? null;
  }

  /** Notices nobody has acknowledged, oldest first, those after a place in the list. */
  async listOpen(
    { pipeline, clinicId }: ClinicTransaction,
    after: { at: string; id: string } | null,
    limit: number,
  ): Promise<NoticeInContext[]> {
    const values = [clinicId, limit, after?.at ?? null, after?.id ?? null];
    return pipeline.query<NoticeInContext>(LIST_OPEN, values);
  }

  /** Every notice of a course, the one opened last first. */
  async listOfCourse({ pipeline, clinicId }: ClinicTransaction, courseId: string): Promise<NoticeInContext[]> {
    return pipeline.query<NoticeInContext>(LIST_OF_COURSE, [clinicId, courseId]);
  }

  /** Writes over the notice that was locked before; answers with it as it now is. */
  async acknowledge(
    { pipeline }: ClinicTransaction,
    { clinicId, id }: NoticeInContext,
    { acknowledgedAt, acknowledgedBy, actionTaken, requestId }: Acknowledgement,
  ): Promise<NoticeInContext> {
    const values = [clinicId, id, acknowledgedAt, acknowledgedBy, actionTaken, requestId];
    const [after] = await pipeline.query<NoticeInContext>(ACKNOWLEDGE, values);
    if (!after) throw new Error('The safety notice was not locked before it was acknowledged.');
    return after;
  }
}

// The name is looked up in the list of columns, because it alone is read again after waiting for a lock.
const inContext = (notices: string) => `
  SELECT notice.clinic_id AS "clinicId", notice.id, notice.course_id AS "courseId", notice.slot, notice.version,
    notice.kind, notice.opened_at AS "openedAt", notice.acknowledged_at AS "acknowledgedAt",
    notice.acknowledged_by AS "acknowledgedBy", notice.action_taken AS "actionTaken",
    notice.request_id AS "requestId", recorded.answers, patient.id AS "patientId", patient.chart_number AS "chartNumber",
    course.number AS "courseNumber",
    (SELECT staff.name FROM staff
      WHERE staff.clinic_id = $1 AND staff.id = notice.acknowledged_by) AS "acknowledgedByName"
  FROM ${notices} notice
  JOIN assessment_version recorded ON recorded.clinic_id = $1
    AND recorded.course_id = notice.course_id AND recorded.slot = notice.slot AND recorded.version = notice.version
  JOIN course ON course.clinic_id = $1 AND course.id = notice.course_id
  JOIN patient ON patient.clinic_id = $1 AND patient.id = course.patient_id`;

const OPEN = `
  WITH opened AS (
    INSERT INTO safety_notice (clinic_id, id, course_id, slot, version, kind, opened_at, request_id)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    RETURNING *
  )
  ${inContext('opened')}`;

const LATEST = `${inContext('safety_notice')}
  WHERE notice.clinic_id = $1 AND notice.course_id = $2 AND notice.slot = $3
  ORDER BY notice.version DESC
  LIMIT 1`;

const LOCKED = `${inContext('safety_notice')}
  WHERE notice.clinic_id = $1 AND notice.id = $2
  FOR UPDATE OF notice`;

const LIST_OPEN = `${inContext('safety_notice')}
  WHERE notice.clinic_id = $1 AND notice.acknowledged_at IS NULL
    AND ($3::timestamptz IS NULL OR (notice.opened_at, notice.id) > ($3::timestamptz, $4::uuid))
  ORDER BY notice.opened_at ASC, notice.id ASC
  LIMIT $2`;

const LIST_OF_COURSE = `${inContext('safety_notice')}
  WHERE notice.clinic_id = $1 AND notice.course_id = $2
  ORDER BY notice.opened_at DESC, notice.id DESC`;

const ACKNOWLEDGE = `
  WITH noted AS (
    UPDATE safety_notice
    SET acknowledged_at = $3, acknowledged_by = $4, action_taken = $5, request_id = $6
    WHERE clinic_id = $1 AND id = $2
    RETURNING *
  )
  ${inContext('noted')}`;
