import { IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { Instant } from '../../domain/calendar/calendar.js';
import type { Staff } from '../people/staff.entity.js';
import { PASSWORD_LONG } from '../sign-in/new-password.js';
import type { SsoIdentity } from './sso.entity.js';

const SEARCH = { message: 'Send what follows the ? of the address to which the provider sent the browser back.' };

export class SsoBeginRequest {
  /**
   * Of a person who was invited, or has a link for a forgotten password of a clinic that requires single sign-on: what follows the # in
   * the link. Without it an open invitation is found by the address that the provider has checked
   * @example "kq3vZ0m0cW5h3b1x6Qd2o8n4uYJt7sLr9aEoPfGiHkM"
   */
  @IsOptional()
  @Length(20, 100, { message: 'The invitation is what follows the # in the link.' })
  invitation?: string;
}

export class SsoAnswerRequest {
  /**
   * What follows the ? in the address to which the provider sent the browser back, as it is
   * @example "code=5vTq2mJ0bXw&state=Yk3vZ0m0cW5h3b1x6Qd2o8n4uYJt7sLr9aEoPfGiHkM&iss=https%3A%2F%2Flogin.example.org"
   */
  @MaxLength(8000, SEARCH)
  @IsString(SEARCH)
  search: string;
}

export class SsoLinkRequest {
  /**
   * Of a person without a second factor: the own password
   * @example "a long sentence is a good password"
   */
  @IsOptional()
  @MaxLength(200, PASSWORD_LONG)
  @IsString({ message: 'Type your password.' })
  currentPassword?: string;
}

export interface SsoProviderResponse {
  /** How people call the identity provider at which they may sign in; null where there is none. @example "Example ID" */
  provider: string | null;
}

export interface SsoAddressResponse {
  /** Where the browser goes next. @example "https://login.example.org/authorize?client_id=cudos&state=..." */
  address: string;
}

export interface OwnSsoResponse {
  /** How people call the identity provider; null where there is none. @example "Example ID" */
  provider: string | null;
  /** Since when the person may sign in there; null where no account is linked. */
  linkedAt: Instant | null;
  /** Null where the person has not signed in with it yet. */
  lastUsedAt: Instant | null;
  /** Whether the person has a password. */
  hasPassword: boolean;
  /** Whether linking asks for the password: of who has no second factor to show. */
  passwordNeeded: boolean;
}

export function toOwnSsoResponse(
  link: SsoIdentity | null,
  provider: string | null,
  { passwordHash }: Pick<Staff, 'passwordHash'>,
  verifiedAt: Date | null,
): OwnSsoResponse {
  return {
    provider,
    linkedAt: link?.linkedAt.toISOString() ?? null,
    lastUsedAt: link?.lastUsedAt?.toISOString() ?? null,
    hasPassword: passwordHash !== null,
    passwordNeeded: verifiedAt === null,
  };
}
