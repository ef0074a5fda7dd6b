import { IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateIf } from 'class-validator';
import { Trimmed } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import type { Page } from '../http/page.js';
import type { Patient, Sex } from './patient.entity.js';

const CHART_NUMBER = {
  message: 'A chart number has 1 to 40 characters, without line breaks or invisible ones.',
};
const INITIALS = { message: 'Initials have 1 to 5 letters; nothing else of a name is kept.' };
const BIRTH_YEAR = { message: 'The year of birth must have four digits, from 1900 on.' };
const SEX = { message: 'Sex must be female, male or other, or be left out.' };

/** What may be known of a patient besides the chart number; nothing else of a person is kept. */
class PatientDetails {
  /** @example "JD" */
  @IsOptional()
  @Trimmed()
  @Matches(/^[\p{L}.]{1,5}$/u, INITIALS)
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
}

export class NewPatient extends PatientDetails {
  /**
   * The clinic's own number, unique in the clinic
   * @example "A-1042"
   */
  @Trimmed()
  @Matches(/^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u200C\u200D]){1,40}$/u, CHART_NUMBER)
  chartNumber: string;

  /**
   * Why this is another patient although one looks the same; needed where that was answered
   * @example "twins, both checked against their identity cards"
   */
  @IsOptional()
  @Trimmed()
  @Matches(/^[^\0\p{Cs}]{1,500}$/u, { message: 'A reason has 1 to 500 characters.' })
  overrideReason?: string | null;
}

export class PatientChange extends PatientDetails {
  /** @example "A-1042" */
  @ValidateIf((_change, value) => value !== undefined)
  @Trimmed()
  @Matches(/^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u200C\u200D]){1,40}$/u, CHART_NUMBER)
  chartNumber?: string;
}

export class PatientQuery extends PageQuery {
  /**
   * Beginning of a chart number, whatever its case, spaces and punctuation; who has just this number comes first
   * @example "A-10"
   */
  @IsOptional()
  @Trimmed()
  @Matches(/^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|[\u200C\u200D]){0,40}$/u, CHART_NUMBER)
  chartNumber?: string;
}

export class PatientResponse {
  /** @example "019a5c1e-8f00-7000-8000-000000000010" */
  id: string;
  /** @example "A-1042" */
  chartNumber: string;
  /** @example "JD" */
  initials: string | null;
  /** @example 1981 */
  birthYear: number | null;
  /** @example "female" */
  sex: Sex | null;
  /**
   * Why the patient was added although another looks the same; null where none did
   * @example null
   */
  overrideReason: string | null;
  /**
   * Counts changes from 1; its ETag is `"1"`
   * @example 1
   */
  version: number;
}

export class PatientPageResponse implements Page<PatientResponse> {
  items: PatientResponse[];
  /**
   * Cursor of the next page; null on the last
   * @example null
   */
  next: string | null;
}

export function toPatientResponse(patient: Patient): PatientResponse {
  const { id, chartNumber, initials, birthYear, sex, overrideReason, version } = patient;
  return { id, chartNumber, initials, birthYear, sex, overrideReason, version };
}
