import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { MOST_HOLIDAYS } from '../../domain/calendar/clinic-days.js';
import { LONGEST_INTERVAL_WEEKS } from '../../domain/course/record/protocol.js';
import type { Instant } from '../../domain/calendar/calendar.js';
import type { Id } from '../../domain/id.js';
import type { Version } from '../../http/version.js';
import { Trimmed } from '../../http/fields.js';
import { IsCalendarDate } from '../../http/is-calendar-date.js';
import { IsLocale } from '../../http/is-locale.js';
import { IsTimeZone } from '../../http/is-time-zone.js';
import { REQUIRED_OF, type SecondFactorRule } from '../second-factor/required.js';
import type { Clinic } from './clinic.entity.js';
import type { ClinicResponse } from '../sign-in/sign-in.dto.js';
import type { Staff } from '../people/staff.entity.js';
import { IsLine } from '../../http/field-rules.js';
import { IsClinicWeekdays } from './is-clinic-weekdays.js';
import { IsAfterSeriesWeeks } from './is-after-series-weeks.js';

const NAME = 'A name has 1 to 120 characters, without line breaks.';
const INTERVAL = { message: `The weeks between infusions are a whole number from 1 to ${LONGEST_INTERVAL_WEEKS}.` };
const HOLIDAYS = { message: `Name at most ${MOST_HOLIDAYS} holidays, each with a date and a name.` };
const RESOURCES = { message: 'Name 1 to 5 crisis resources, each with a label and a contact.' };

export class CrisisResourceField {
  /** @example "988 Suicide & Crisis Lifeline" */
  @Trimmed()
  @IsLine(120, 'A label has 1 to 120 characters, without line breaks.')
  label: string;

  /**
   * How to reach it
   * @example "Call or text 988"
   */
  @Trimmed()
  @IsLine(200, 'A contact has 1 to 200 characters, without line breaks.')
  contact: string;
}

export class HolidayField {
  /**
   * Calendar date on which the clinic does not treat
   * @example "2026-12-25"
   */
  @IsCalendarDate('A holiday')
  on: string;

  /** @example "Christmas Day" */
  @Trimmed()
  @IsLine(120, 'A holiday has a name of 1 to 120 characters, without line breaks.')
  name: string;
}

export class NewClinic {
  /** @example "Riverside Ketamine Clinic" */
  @Trimmed()
  @IsLine(120, NAME)
  name: string;

  /**
   * IANA time zone
   * @example "America/Denver"
   */
  @IsTimeZone()
  timeZone: string;
}

export class ClinicChange {
  /** @example "Riverside Ketamine Clinic" */
  @ValidateIf((_change, value) => value !== undefined)
  @Trimmed()
  @IsLine(120, NAME)
  name?: string;

  /**
   * IANA time zone: decides which day it is in the clinic from now on; no recorded date moves
   * @example "America/Denver"
   */
  @ValidateIf((_change, value) => value !== undefined)
  @IsTimeZone()
  timeZone?: string;

  /**
   * Language tag (BCP 47): how the public pages and embeds write numbers and dates, from the next approval on
   * @example "en-US"
   */
  @ValidateIf((_change, value) => value !== undefined)
  @IsLocale()
  locale?: string;

  /** Whom to call in a crisis, 1 to 5, the whole new list */
  @ValidateIf((_change, value) => value !== undefined)
  @Type(() => CrisisResourceField)
  @ValidateNested(RESOURCES)
  @IsObject({ each: true, ...RESOURCES })
  @ArrayMaxSize(5, RESOURCES)
  @ArrayMinSize(1, RESOURCES)
  @IsArray(RESOURCES)
  crisisResources?: CrisisResourceField[];

  /** Whether the single director may approve publications of their own; only while there is just one */
  @ValidateIf((_change, value) => value !== undefined)
  @IsBoolean({ message: 'Whether the single director approves their own must be true or false.' })
  selfApproval?: boolean;

  /**
   * Weeks between the infusions of a new maintenance course; courses that have begun keep their plan
   * @example 4
   */
  @ValidateIf((_change, value) => value !== undefined)
  @Max(LONGEST_INTERVAL_WEEKS, INTERVAL)
  @Min(1, INTERVAL)
  @IsInt(INTERVAL)
  maintenanceIntervalWeeks?: number;

  /**
   * Weeks after infusion 6 of an induction at which a score is due, rising; the first of up to 4 weeks is the post-series
   * score, the others are follow-ups. None: nothing is due after a series
   * @example [1, 4, 12]
   */
  @ValidateIf((_change, value) => value !== undefined)
  @IsAfterSeriesWeeks()
  afterSeriesWeeks?: number[];

  /**
   * Days of the week on which the clinic treats, at least one, rising: 1 is Monday, 7 is Sunday. Planned days fall on these, also
   * in courses that have begun
   * @example [1, 2, 3, 4, 5]
   */
  @ValidateIf((_change, value) => value !== undefined)
  @IsClinicWeekdays()
  clinicWeekdays?: number[];

  /** Days on which the clinic does not treat, at most 200, the whole new list */
  @ValidateIf((_change, value) => value !== undefined)
  @Type(() => HolidayField)
  @ValidateNested(HOLIDAYS)
  @IsObject({ each: true, ...HOLIDAYS })
  @ArrayUnique(({ on }: HolidayField) => on, { message: 'A day is in the list of holidays only once.' })
  @ArrayMaxSize(MOST_HOLIDAYS, HOLIDAYS)
  @IsArray(HOLIDAYS)
  holidays?: HolidayField[];

  /**
   * Who has to sign in with a second factor: who has none is led to setting one up, at once, and can do nothing else
   * @example "directors"
   */
  @ValidateIf((_change, value) => value !== undefined)
  @IsIn(REQUIRED_OF, { message: 'A second factor is required of directors or everybody, or optional.' })
  secondFactor?: SecondFactorRule;

  /**
   * Whether who looks at something of patients is written down before it is shown: then nothing is shown that is not written
   * down. Else it is written a quarter of a second later
   * @example true
   */
  @ValidateIf((_change, value) => value !== undefined)
  @IsBoolean({ message: 'Whether looks are written down first must be true or false.' })
  strictAudit?: boolean;

  /**
   * The one director who may still sign in by password or passkey alone, while everybody else has to come by the identity
   * provider; null where everybody may
   * @example null
   */
  @ValidateIf((_change, value) => value !== undefined && value !== null)
  @IsUUID(undefined, {
    message: 'The break-glass director is named by an id, a UUID; null lets everybody in by password.',
  })
  breakGlassDirectorId?: Id | null;
}

export interface ClinicSettingsResponse extends ClinicResponse {
  /** How the public pages write numbers and dates. @example "en-US" */
  locale: string;
  /** Whom to call in a crisis, 1 to 5; to be shown with every safety notice. */
  crisisResources: CrisisResourceField[];
  /** Whether the single director may approve publications of their own; without effect while there are more. */
  selfApproval: boolean;
  /** Weeks between the infusions of a new maintenance course. @integer @minimum 1 @maximum 20 @example 4 */
  maintenanceIntervalWeeks: number;
  /** Weeks after infusion 6 at which a score is due. @example [1, 4, 12] */
  afterSeriesWeeks: number[];
  /** Days of the week on which the clinic treats: 1 is Monday, 7 is Sunday. @example [1, 2, 3, 4, 5] */
  clinicWeekdays: number[];
  /** Days on which the clinic does not treat, by date. */
  holidays: HolidayField[];
  /** Who has to sign in with a second factor. */
  secondFactor: SecondFactorRule;
  /** Whether who looks at something of patients is written down before it is shown. */
  strictAudit: boolean;
  /** The one director who may sign in without the identity provider; null where everybody may. */
  breakGlassDirectorId: Id | null;
  /** When a break-glass director last did so, for 14 days; else null. */
  breakGlassUsedAt: Instant | null;
  /** Counts changes of the settings from 1; its ETag is `"1"`. */
  version: Version;
}

export interface ClinicianResponse {
  id: Id;
  /** @example "Sam Okafor" */
  name: string;
  /** False for a person who has not signed in for the first time yet, or has left. */
  active: boolean;
}

export interface ClinicianListResponse {
  items: ClinicianResponse[];
}

export function toClinicianResponse({ id, name, status }: Staff): ClinicianResponse {
  return { id, name, active: status === 'active' };
}

/** Milliseconds for which directors are told that single sign-on was passed by. */
const BREAK_GLASS_TOLD_FOR = 14 * 24 * 60 * 60_000;

export function toClinicSettingsResponse(clinic: Clinic, today: string, at: Date): ClinicSettingsResponse {
  const { id, name, timeZone, locale, crisisResources, selfApproval, secondFactor, version } = clinic;
  const { maintenanceIntervalWeeks, afterSeriesWeeks, clinicWeekdays, holidays } = clinic;
  const rhythms = { maintenanceIntervalWeeks, afterSeriesWeeks, clinicWeekdays, holidays };
  const { breakGlassDirectorId, breakGlassUsedAt: usedAt } = clinic;
  const isTold = usedAt !== null && at.getTime() - usedAt.getTime() < BREAK_GLASS_TOLD_FOR;
  const glass = { breakGlassDirectorId, breakGlassUsedAt: isTold ? usedAt.toISOString() : null };
  const rules = { selfApproval, secondFactor, strictAudit: clinic.strictAudit, ...glass };
  return { id, name, timeZone, today, locale, crisisResources, ...rules, ...rhythms, version };
}
