import { ApiPropertyOptional } from '@nestjs/swagger';
import { ApiProperty } from '@nestjs/swagger';
import { Allow, IsIn, IsOptional, Matches } from 'class-validator';
import { MISSED_REASONS, type MissedReason } from '../domain/course/stop-reasons.js';
import type { SlotName } from '../domain/course/slots.js';
import { noTotalBecause } from '../domain/cudos/score.js';
import { severityOf, type SeverityName } from '../domain/cudos/severity.js';
import { Trimmed } from '../http/fields.js';
import type { Assessment, AssessmentState, AssessmentVersion } from './assessment.entity.js';
import { SafetyNoticeResponse } from './safety-notice.dto.js';

const STATES = ['scored', 'missed', 'entered-in-error'];
const REASON = { message: 'A reason has 1 to 500 characters.' };

/** What a list of answers looks like, which its type alone does not tell the API document. */
const Answers = () =>
  ApiProperty({
    type: 'array',
    minItems: 18,
    maxItems: 18,
    items: { type: ['integer', 'null'], minimum: 0, maximum: 4 },
    example: [3, 3, 2, 0, 3, 0, 2, 2, 3, 3, 3, 3, 3, 0, 0, 2, 3, 3],
  });

/** Total, answers and date are judged together, so that all that is wrong with them is told at once. */
export class AssessmentRequest {
  /**
   * `scored` with a total or answers, `missed` with a reason, or `entered-in-error` to take an entry back
   * @example "scored"
   */
  @ApiPropertyOptional()
  @IsIn(STATES, { message: `The state must be one of ${STATES.join(', ')}.` })
  state: AssessmentState = 'scored';

  /**
   * CUDOS total score, a whole number 0-64, higher is worse; computed where the answers are given
   * @example 35
   */
  @Allow()
  total?: number | null;

  /**
   * The 18 item answers in order, each 0-4, or null where nothing was ticked
   */
  @Answers()
  @Allow()
  answers?: (number | null)[] | null;

  /**
   * Clinical date: the day on which the answers were given, or the visit was missed
   * @example "2026-03-04"
   */
  @Allow()
  assessedOn?: string | null;

  /** @example "illness" */
  @IsOptional()
  @IsIn(Object.keys(MISSED_REASONS), {
    message: `The reason for a missed visit must be one of ${Object.keys(MISSED_REASONS).join(', ')}.`,
  })
  missedReason?: MissedReason | null;

  /** @example "Had the flu, comes back on Monday" */
  @IsOptional()
  @Matches(/^[^\0\p{Cs}]{0,500}$/u, { message: 'A note has at most 500 characters.' })
  note?: string | null;

  /**
   * Why the version before is replaced; needed with If-Match
   * @example "typing error"
   */
  @IsOptional()
  @Trimmed()
  @Matches(/^[^\0\p{Cs}]{1,500}$/u, REASON)
  amendmentReason?: string | null;

  /**
   * Why unusual values are right all the same; needed where a warning was answered
   * @example "asked again, the patient is sure"
   */
  @IsOptional()
  @Trimmed()
  @Matches(/^[^\0\p{Cs}]{1,500}$/u, REASON)
  overrideReason?: string | null;
}

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
