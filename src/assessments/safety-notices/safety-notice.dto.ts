import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import type { SlotName } from '../../domain/course/record/slots.js';
import type { Answers } from '../../domain/cudos/items.js';
import { SAFETY_NOTICE_LIMITS, SAFETY_NOTICE_WORDS, safetyNoticeOf } from '../../domain/cudos/safety.js';
import { Trimmed } from '../../http/fields.js';
import type { Page } from '../../http/page.js';
import type { NoticeInContext } from './safety-notice.repository.js';

export class SafetyItemResponse {
  /** @example 15 */
  number: number;
  /** @example "Thoughts of suicide" */
  label: string;
  /** @example 2 */
  answer: number | null;
}

export class SafetyNoticeResponse {
  /** @example "019a5c1e-8f00-7000-8000-000000000030" */
  id: string;
  /** @example "019a5c1e-8f00-7000-8000-000000000020" */
  courseId: string;
  /** @example "019a5c1e-8f00-7000-8000-000000000010" */
  patientId: string;
  /**
   * Whose answers they are
   * @example "A-1042"
   */
  chartNumber: string;
  /**
   * Which of the patient's courses, counted from 1
   * @example 1
   */
  courseNumber: number;
  /** @example "infusion-1" */
  @ApiProperty({ type: 'string' })
  slot: SlotName;
  /**
   * `positive`: item 14 or 15 was answered above 0; `incomplete`: one of them was left out
   * @example "positive"
   */
  kind: 'positive' | 'incomplete';
  items: SafetyItemResponse[];
  /**
   * What to do, and what this notice is not
   * @example "The patient gave an answer above 0 to an item about death or suicide. Look at it now ..."
   */
  words: string;
  /** @example "2026-03-04T16:20:11.000Z" */
  openedAt: string;
  /** @example null */
  acknowledgedAt: string | null;
  /** @example null */
  acknowledgedBy: string | null;
  /**
   * Name of who acknowledged it
   * @example null
   */
  acknowledgedByName: string | null;
  /** @example null */
  actionTaken: string | null;
}

export class AcknowledgementRequest {
  /**
   * What was done, in your own words
   * @example "Talked with the patient, safety plan reviewed, wife informed with consent"
   */
  @Trimmed()
  @Matches(/^[^\0\p{Cs}]{1,1000}$/u, { message: 'Say in 1 to 1000 characters what was done.' })
  actionTaken: string;
}

export class SafetyNoticeListResponse {
  /** Newest first */
  items: SafetyNoticeResponse[];
}

export class SafetyNoticePageResponse implements Page<SafetyNoticeResponse> {
  items: SafetyNoticeResponse[];
  /**
   * Cursor of the next page; null on the last
   * @example null
   */
  next: string | null;
}

export function toSafetyNoticeResponse(notice: NoticeInContext): SafetyNoticeResponse {
  const { id, courseId, patientId, chartNumber, courseNumber, slot, kind, answers } = notice;
  const { openedAt, acknowledgedAt, acknowledgedBy, acknowledgedByName, actionTaken } = notice;
  const items = (answers && safetyNoticeOf(answers)?.items) ?? [];
  return {
    id,
    courseId,
    patientId,
    chartNumber,
    courseNumber,
    slot,
    kind,
    items: [...items],
    words: wordsOf(kind),
    openedAt: openedAt.toISOString(),
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy,
    acknowledgedByName,
    actionTaken,
  };
}

/** What the answers of a form that is not saved yet ask a person to look at; null where they ask nothing. */
export function toUnsavedNotice(answers: Answers): Pick<SafetyNoticeResponse, 'kind' | 'items' | 'words'> | null {
  const notice = safetyNoticeOf(answers);
  return notice && { kind: notice.kind, items: [...notice.items], words: wordsOf(notice.kind) };
}

function wordsOf(kind: NoticeInContext['kind']): string {
  return `${SAFETY_NOTICE_WORDS[kind]} ${SAFETY_NOTICE_LIMITS}`;
}
