import { Matches } from 'class-validator';
import type { Instant } from '../../domain/calendar/calendar.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import type { Id } from '../../domain/id.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import type { Answers } from '../../domain/cudos/items.js';
import {
  SAFETY_NOTICE_LIMITS,
  SAFETY_NOTICE_WORDS,
  safetyNoticeOf,
  type SafetyItem,
} from '../../domain/cudos/safety.js';
import { Trimmed } from '../../http/fields.js';
import type { NoticeInContext } from './safety-notice.repository.js';

export interface SafetyNoticeResponse {
  id: Id;
  courseId: Id;
  patientId: Id;
  /** Whose answers they are. @example "A-1042" */
  chartNumber: string;
  /** Which of the patient's courses, counted from 1. @example 1 */
  courseNumber: WholeNumber;
  slot: SlotName;
  /** `positive`: item 14 or 15 was answered above 0; `incomplete`: one of them was left out. */
  kind: 'positive' | 'incomplete';
  items: readonly SafetyItem[];
  /**
   * What to do, and what this notice is not.
   * @example "The patient gave an answer above 0 to an item about death or suicide. Look at it now ..."
   */
  words: string;
  openedAt: Instant;
  acknowledgedAt: Instant | null;
  acknowledgedBy: Id | null;
  /** Name of who acknowledged it. */
  acknowledgedByName: string | null;
  /** What was done, in the words of the person who did it. */
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

export interface SafetyNoticeListResponse {
  /** Newest first. */
  items: SafetyNoticeResponse[];
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
    items,
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
  return notice && { kind: notice.kind, items: notice.items, words: wordsOf(notice.kind) };
}

function wordsOf(kind: NoticeInContext['kind']): string {
  return `${SAFETY_NOTICE_WORDS[kind]} ${SAFETY_NOTICE_LIMITS}`;
}
