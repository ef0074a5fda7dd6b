import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Id } from '../domain/id.js';
import type { Version } from '../http/version.js';
import { Trimmed } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { CHART_NUMBER, CHART_NUMBER_FAULT, CHART_NUMBER_PART, INITIALS, INITIALS_FAULT } from './identifying-texts.js';
import type { Patient, Sex } from './patient.entity.js';
import { IsReason } from '../http/field-rules.js';

const BIRTH_YEAR = { message: 'The year of birth must have four digits, from 1900 on.' };
const SEX = { message: 'Sex must be female, male or other, or be left out.' };

/** All that may be known of a patient; nothing else of a person is kept. */
export class NewPatient {
  /**
   * The clinic's own number, unique in the clinic
   * @example "A-1042"
   */
  @ApiProperty({ pattern: CHART_NUMBER.source })
  @Trimmed()
  @Matches(CHART_NUMBER, CHART_NUMBER_FAULT)
  chartNumber: string;

  /** @example "JD" */
  @ApiPropertyOptional({ pattern: INITIALS.source })
  @IsOptional()
  @Trimmed()
  @Matches(INITIALS, { message: INITIALS_FAULT })
  initials?: string | null;

  /** @example 1981 */
  @IsOptional()
  @Max(2199, BIRTH_YEAR)
  @Min(1900, BIRTH_YEAR)
  @IsInt(BIRTH_YEAR)
  birthYear?: number | null;

  /** @example "female" */
  @IsOptional()
  @IsIn(['female', 'male', 'other'], SEX)
  sex?: Sex | null;

  /**
   * Why this is another patient although one looks the same; needed where that was answered
   * @example "twins, both checked against their identity cards"
   */
  @IsOptional()
  @Trimmed()
  @IsReason()
  overrideReason?: string | null;
}

/** A chart number can be changed, not taken away. */
export class PatientChange extends PartialType(NewPatient, { skipNullProperties: false }) {}

export class PatientQuery extends PageQuery {
  /**
   * Beginning of a chart number, whatever its case, spaces and punctuation; the patient with just this number comes first
   * @example "A-10"
   */
  @ApiPropertyOptional({ pattern: CHART_NUMBER_PART.source })
  @IsOptional()
  @Trimmed()
  @Matches(CHART_NUMBER_PART, CHART_NUMBER_FAULT)
  chartNumber?: string;

  /**
   * Any part of a chart number, whatever its case, spaces and punctuation
   * @example "042"
   */
  @ApiPropertyOptional({ pattern: CHART_NUMBER_PART.source })
  @IsOptional()
  @Trimmed()
  @Matches(CHART_NUMBER_PART, CHART_NUMBER_FAULT)
  chartNumberPart?: string;
}

export interface PatientResponse {
  id: Id;
  /** @example "A-1042" */
  chartNumber: string;
  /** @example "JD" */
  initials: string | null;
  /** @integer @example 1981 */
  birthYear: number | null;
  sex: Sex | null;
  /** Why it is another patient although one looks the same; null where none did when it was added or corrected. */
  overrideReason: string | null;
  version: Version;
}

export function toPatientResponse(patient: Patient): PatientResponse {
  const { id, chartNumber, initials, birthYear, sex, overrideReason, version } = patient;
  return { id, chartNumber, initials, birthYear, sex, overrideReason, version };
}
