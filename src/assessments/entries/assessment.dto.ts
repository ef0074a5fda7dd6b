import type { CalendarDate, Instant } from '../../domain/calendar/calendar.js';
import type { Answers } from '../../domain/cudos/items.js';
import type { Id } from '../../domain/id.js';
import type { Version } from '../../http/version.js';
import type { MissedReason } from '../../domain/course/record/stop-reasons.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { noTotalBecause, type TotalScore } from '../../domain/cudos/score.js';
import { severityOf, type SeverityName } from '../../domain/cudos/severity.js';
import type { AssessmentState, Entry, EntryVersion } from './assessment.entity.js';
import type { SafetyNoticeResponse } from '../safety-notices/safety-notice.dto.js';
import { dateInWords } from '../../domain/calendar/date-words.js';

export interface AssessmentResponse {
  slot: SlotName;
  state: AssessmentState;
  total: TotalScore | null;
  /** Which answers are missing, where answers were given that make no total; otherwise null. */
  noTotalBecause: string | null;
  /** Severity band of the total. */
  band: SeverityName | null;
  /** The 18 item answers in order; null where only the total was entered. */
  answers: Answers | null;
  assessedOn: CalendarDate | null;
  missedReason: MissedReason | null;
  note: string | null;
  /** Counts the versions of this slot from 1; its ETag is `"1"`. */
  version: Version;
  recordedAt: Instant;
  recordedBy: Id;
  /** Name of who recorded it; null for the command line. @example "Dr. Ana Ruiz" */
  recordedByName: string | null;
}

export interface AssessmentVersionResponse extends AssessmentResponse {
  /** @example "typing error" */
  amendmentReason: string | null;
  overrideReason: string | null;
  /** When the next version replaced this one; null for the current one. */
  supersededAt: Instant | null;
}

export interface AssessmentHistoryResponse {
  /** Newest first. */
  items: AssessmentVersionResponse[];
}

export interface RecordedResponse extends AssessmentResponse {
  /**
   * Open until somebody acknowledges it; the one from before where an amendment left items 14 and 15 as they were;
   * null where both were answered 0, which means nothing more than that, or where no answers were given.
   */
  safetyNotice: SafetyNoticeResponse | null;
  /**
   * That the course is in a closed group: what was published of it does not change by this entry, and later publications of
   * the group do not either. Null where it is in none.
   * @example "Published figures count this course as it was on 2025-09-02. ..."
   */
  published: string | null;
}

/** What who records something of a published course is told. */
export function publishedNote(closedOn: string | null): string | null {
  if (closedOn === null) return null;
  return `Published figures count this course as it was on ${dateInWords(closedOn)}. They stay as they are, also in later publications. Directors see the difference.`;
}

export function toAssessmentResponse(row: Entry | EntryVersion): AssessmentResponse {
  const { slot, state, total, answers, assessedOn, missedReason, note, version } = row;
  const band = total === null ? null : severityOf(total).name;
  const because = answers && noTotalBecause(answers);
  const score = { total, noTotalBecause: because, band, answers };
  const content = { slot, state, ...score, assessedOn, missedReason, note };
  const { recordedAt, recordedBy, recordedByName } = row;
  return { ...content, version, recordedAt: recordedAt.toISOString(), recordedBy, recordedByName };
}

/** Versions newest first; each was superseded when the next was recorded. */
export function toHistoryResponse(newestFirst: EntryVersion[]): AssessmentHistoryResponse {
  return {
    items: newestFirst.map((row, at) => ({
      ...toAssessmentResponse(row),
      amendmentReason: row.amendmentReason,
      overrideReason: row.overrideReason,
      supersededAt: newestFirst[at - 1]?.recordedAt.toISOString() ?? null,
    })),
  };
}
