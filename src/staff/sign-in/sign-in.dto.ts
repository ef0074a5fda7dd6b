import { IsEmail, IsOptional, IsString, MaxLength } from 'class-validator';
import type { CalendarDate, Instant } from '../../domain/calendar/calendar.js';
import type { WholeNumber } from '../../domain/numbers/number-types.js';
import type { Id } from '../../domain/id.js';
import { LowerCase, Trimmed } from '../../http/fields.js';
import { CODE_LONG, CODE_MISSING } from '../second-factor/second-factor.dto.js';
import type { LiveSession } from '../sessions/access.js';
import type { Role } from '../sessions/actor.js';
import type { Clinic } from '../clinic/clinic.entity.js';
import type { Staff } from '../people/staff.entity.js';

export class SignInRequest {
  /**
   * Sign-in name
   * @example "director@example.org"
   */
  @LowerCase()
  @MaxLength(254, { message: 'The sign-in name must be an e-mail address.' })
  @IsEmail({}, { message: 'The sign-in name must be an e-mail address.' })
  email: string;

  /** @example "correct horse battery" */
  @MaxLength(200, { message: 'A password has at most 200 characters.' })
  @IsString({ message: 'The password must be a text.' })
  password: string;

  /**
   * Of a person with a second factor, who is answered `second-factor-needed` without it: what the authenticator app shows, or
   * a recovery code
   * @example "123456"
   */
  @IsOptional()
  @Trimmed()
  @MaxLength(40, CODE_LONG)
  @IsString(CODE_MISSING)
  code?: string;
}

export interface ClinicResponse {
  id: Id;
  /** @example "Riverside Ketamine Clinic" */
  name: string;
  /** IANA time zone. @example "America/Denver" */
  timeZone: string;
  /** The calendar day in the clinic. */
  today: CalendarDate;
}

export interface SessionPerson {
  id: Id;
  /** @example "Dana Reyes" */
  name: string;
  /** @example "director@example.org" */
  email: string;
  role: Role;
}

export interface SessionResponse {
  staff: SessionPerson;
  clinic: ClinicResponse;
  /**
   * Key with which a browser encrypts what the person typed and did not save (AES-256-GCM-SIV), and from which it derives
   * one for what the person read last (HKDF-SHA-256); 32 bytes in hex, the same at each sign-in
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  draftKey: string;
  /** When the session ends if nothing more is asked of it. */
  endsAt: Instant;
  /** When the session ends however much is asked of it. */
  latestEndsAt: Instant;
  /** So many seconds after this answer that is, for clients that can't trust their own clock. @example 43200 */
  latestSeconds: WholeNumber;
  /** So many seconds without a request end the session, up to a minute or a tenth of them earlier. @example 900 */
  idleSeconds: WholeNumber;
  /** Whether the clinic requires a second factor that the person does not have: only setting it up is open. */
  secondFactorMissing: boolean;
}

export function toSessionResponse(
  { id, name, email, role, draftKey }: Pick<Staff, 'id' | 'name' | 'email' | 'role' | 'draftKey'>,
  clinic: Pick<Clinic, 'id' | 'name' | 'timeZone'>,
  today: string,
  { endsAt, latestEndsAt, latestSeconds, idleSeconds, enrolling }: LiveSession,
): SessionResponse {
  return {
    staff: { id, name, email, role },
    clinic: { id: clinic.id, name: clinic.name, timeZone: clinic.timeZone, today },
    draftKey: draftKey.toString('hex'),
    endsAt: endsAt.toISOString(),
    latestEndsAt: latestEndsAt.toISOString(),
    latestSeconds: Math.floor(latestSeconds),
    idleSeconds,
    secondFactorMissing: enrolling,
  };
}
