import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Allow, IsIn, IsOptional } from 'class-validator';
import { MISSED_REASONS, type MissedReason } from '../../domain/course/record/stop-reasons.js';
import { Trimmed } from '../../http/fields.js';
import type { AssessmentState } from './assessment.entity.js';
import { IsNote, IsReason } from '../../http/field-rules.js';

const STATES = ['scored', 'missed', 'entered-in-error'];

/** What a list of answers looks like, which the API document can't take from its type. */
export const AnswerList = () =>
  ApiProperty({
    type: 'array',
    minItems: 18,
    maxItems: 18,
    items: { type: ['integer', 'null'], minimum: 0, maximum: 4 },
    example: [3, 3, 2, 0, 3, 0, 2, 2, 3, 3, 3, 3, 3, 0, 0, 2, 3, 3],
  });

/** Total, answers and date are judged together, so that all that is wrong with them is said at once. */
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
  @AnswerList()
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
  @IsNote()
  note?: string | null;

  /**
   * Why the version before is replaced; needed with If-Match
   * @example "typing error"
   */
  @IsOptional()
  @Trimmed()
  @IsReason()
  amendmentReason?: string | null;

  /**
   * Why unusual values are right all the same; needed where a warning was answered
   * @example "asked again, the patient is sure"
   */
  @IsOptional()
  @Trimmed()
  @IsReason()
  overrideReason?: string | null;
}

const ANSWERS = [3, 3, 2, 0, 3, 0, 2, 2, 3, 3, 3, 3, 3, 0, 0, 2, 3, 3];

/** Whole entries: examples of the single fields don't fit together. */
export const ENTRY_EXAMPLES = {
  total: { summary: 'A total', value: { total: 35, assessedOn: '2026-03-04' } },
  answers: { summary: 'The answers of the form', value: { answers: ANSWERS, assessedOn: '2026-03-04' } },
  missed: { summary: 'A visit that was missed', value: { state: 'missed', missedReason: 'illness' } },
};
