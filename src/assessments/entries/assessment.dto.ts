import { ApiProperty } from '@nestjs/swagger';
import type { MissedReason } from '../../domain/course/record/stop-reasons.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { noTotalBecause } from '../../domain/cudos/score.js';
import { severityOf, type SeverityName } from '../../domain/cudos/severity.js';
import { Answers } from './assessment-request.dto.js';
import type { Assessment, AssessmentState, AssessmentVersion } from './assessment.entity.js';
import { SafetyNoticeResponse } from '../safety-notices/safety-notice.dto.js';

export class AssessmentResponse {
  /** @example "infusion-1" */
  @ApiProperty({ type: 'string' })
  slot: SlotName;
  /** @example "scored" */
  state: AssessmentState;
  /** @example 35 */
  total: number | null;
  /**
   * Which answers are missing, where answers were given that make no total; otherwise null
   * @example null
   */
  noTotalBecause: string | null;
  /**
   * Severity band of the total
   * @example "moderate"
   */
  band: SeverityName | null;
  /** The 18 item answers in order; null where only the total was entered */
  @Answers()
  answers: (number | null)[] | null;
  /** @example "2026-03-04" */
  assessedOn: string | null;
  /** @example null */
  missedReason: MissedReason | null;
  /** @example null */
  note: string | null;
  /**
   * Counts the versions of this slot from 1; its ETag is `"1"`
   * @example 1
   */
  version: number;
  /** @example "2026-03-04T16:20:11.000Z" */
  recordedAt: string;
  /** @example "019a5c1e-8f00-7000-8000-000000000003" */
  recordedBy: string;
  /**
   * Name of who recorded it; null for the command line
   * @example "Dr. Ana Ruiz"
   */
  recordedByName: string | null;
}

export class AssessmentVersionResponse extends AssessmentResponse {
  /** @example "typing error" */
  amendmentReason: string | null;
  /** @example null */
  overrideReason: string | null;
  /**
   * When the next version replaced this one; null for the current one
   * @example null
   */
  supersededAt: string | null;
}

export class AssessmentHistoryResponse {
  /** Newest first */
  items: AssessmentVersionResponse[];
}

export class RecordedResponse extends AssessmentResponse {
  /**
   * Open until somebody acknowledges it; the one from before where an amendment left items 14 and 15 as they were;
   * null where both were answered 0, which means nothing more than that, or where no answers were given
   */
  safetyNotice: SafetyNoticeResponse | null;
}

export function toAssessmentResponse(row: Assessment | AssessmentVersion): AssessmentResponse {
  const { slot, state, total, answers, assessedOn, missedReason, note, version } = row;
  const band = total === null ? null : severityOf(total).name;
  const because = answers && noTotalBecause(answers);
  const score = { total, noTotalBecause: because, band, answers };
  const content = { slot, state, ...score, assessedOn, missedReason, note };
  const { recordedAt, recordedBy, recorder } = row;
  const recorded = { recordedAt: recordedAt.toISOString(), recordedBy };
  return { ...content, version, ...recorded, recordedByName: recorder?.name ?? null };
}

/** Versions newest first; each was superseded when the next was recorded. */
export function toHistoryResponse(newestFirst: AssessmentVersion[]): AssessmentHistoryResponse {
  return {
    items: newestFirst.map((row, at) => ({
      ...toAssessmentResponse(row),
      amendmentReason: row.amendmentReason,
      overrideReason: row.overrideReason,
      supersededAt: newestFirst[at - 1]?.recordedAt.toISOString() ?? null,
    })),
  };
}
