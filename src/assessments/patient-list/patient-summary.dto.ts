import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import type { CourseStatus } from '../../domain/course/judgement/status.js';
import { Trimmed } from '../../http/fields.js';
import { PageQuery } from '../../http/page.dto.js';
import { CHART_NUMBER_FAULT, CHART_NUMBER_PART } from '../../patients/identifying-texts.js';
import type { PatientResponse } from '../../patients/patient.dto.js';
import type { CourseDetailResponse } from '../course-detail/course-detail.dto.js';

const SORTS = ['chartNumber', 'latestStart', 'highestScore', 'leastImproved'] as const;
const STATES = ['active', 'completed', 'stopped', 'lost', 'none'] as const;

export type PatientSort = (typeof SORTS)[number];

export class PatientSummaryQuery extends PageQuery {
  /**
   * Any part of a chart number, whatever its case, spaces and punctuation
   * @example "042"
   */
  @ApiPropertyOptional({ pattern: CHART_NUMBER_PART.source })
  @IsOptional()
  @Trimmed()
  @Matches(CHART_NUMBER_PART, CHART_NUMBER_FAULT)
  chartNumberPart?: string;

  /**
   * Only patients whose latest course has this status; `none` for those without a course
   * @example "active"
   */
  @IsOptional()
  @IsIn(STATES, { message: 'The status must be active, completed, stopped, lost or none.' })
  status?: CourseStatus | 'none';

  /**
   * `latestStart`, `highestScore` and `leastImproved` go by the latest course: its start, its latest score of the six
   * infusions, and how far that is below the score of infusion 1. Where there is no such thing the patient comes last;
   * among equals, by chart number
   * @example "highestScore"
   */
  @ApiPropertyOptional()
  @IsOptional()
  @IsIn(SORTS, { message: 'Sort by chartNumber, latestStart, highestScore or leastImproved.' })
  sort: PatientSort = 'chartNumber';
}

export interface PatientSummaryResponse {
  patient: PatientResponse;
  /** The course that was begun last, with the states of its slots; null where there is none. */
  latestCourse: CourseDetailResponse | null;
}
