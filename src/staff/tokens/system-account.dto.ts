import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsInt, Max, Min, ValidateIf } from 'class-validator';
import type { Instant } from '../../domain/calendar/calendar.js';
import type { Id } from '../../domain/id.js';
import { IsLine } from '../../http/field-rules.js';
import { Trimmed } from '../../http/fields.js';
import type { Version } from '../../http/version.js';
import type { NamedToken } from './api-token.repository.js';
import { SCOPE_NAMES, type ApiScope } from './scopes.js';
import type { SystemAccount } from './system-account.repository.js';
import { tokenState, type TokenState } from './token-state.js';

const NAME = 'A name has 1 to 120 characters, without line breaks.';
const SCOPES = { message: `The scopes are a list of one or more of ${SCOPE_NAMES.join(', ')}, each once.` };
const DAYS = { message: 'A token is valid for 1 to 366 days.' };
const LONGEST = 366;

export class SystemAccountRequest {
  /** @example "Electronic health record" */
  @Trimmed()
  @IsLine(120, NAME)
  name: string;
}

export class SystemAccountChangeRequest {
  /** @example "Electronic health record" */
  @ValidateIf((_change, value) => value !== undefined)
  @Trimmed()
  @IsLine(120, NAME)
  name?: string;

  /**
   * Of a deactivated account every token is refused; `active` takes it back
   * @example "deactivated"
   */
  @ValidateIf((_change, value) => value !== undefined)
  @IsIn(['active', 'deactivated'], { message: 'The status must be active or deactivated.' })
  status?: 'active' | 'deactivated';
}

export class ApiTokenRequest {
  /**
   * What it opens
   * @example ["outcomes:read"]
   */
  @IsIn(SCOPE_NAMES, { each: true, ...SCOPES })
  @ArrayUnique(SCOPES)
  @ArrayNotEmpty(SCOPES)
  @IsArray(SCOPES)
  scopes: ApiScope[];

  /**
   * Days for which it is valid from now on
   * @example 90
   */
  @Max(LONGEST, DAYS)
  @Min(1, DAYS)
  @IsInt(DAYS)
  validDays: number;
}

/** A program that asks with tokens. */
export interface SystemAccountResponse {
  id: Id;
  /** @example "Electronic health record" */
  name: string;
  /** Of a deactivated account every token is refused. */
  status: 'active' | 'deactivated';
  version: Version;
}

export interface ListedSystemAccountResponse extends SystemAccountResponse {
  /** Latest first. */
  tokens: ApiTokenResponse[];
}

export interface SystemAccountListResponse {
  items: ListedSystemAccountResponse[];
}

export interface ApiTokenResponse {
  id: Id;
  /** Its first characters, by which people know it. @example "cudos_7Qxv" */
  hint: string;
  scopes: ApiScope[];
  /** Whether it is taken; of a deactivated account no token is. */
  state: TokenState;
  createdAt: Instant;
  /** The director who made it and was shown it; null for the person who runs the server. @example "Dana Reyes" */
  createdBy: string | null;
  /** Whether that person can still sign in; where not, a new token is due. */
  createdByActive: boolean;
  expiresAt: Instant;
  /** Instant of the last request with it, to the minute; null while there was none. */
  lastUsedAt: Instant | null;
  revokedAt: Instant | null;
}

export interface MadeTokenResponse {
  id: Id;
  /** Shown this once. @example "cudos_7QxvM2kPz9sRt4WbYc6dFg8hJn3LqXaE_51c6ed41" */
  token: string;
  scopes: ApiScope[];
  expiresAt: Instant;
}

export function toSystemAccountResponse({ id, name, status, version }: SystemAccount): SystemAccountResponse {
  return { id, name, status, version };
}

/** @param tokens Those of all accounts. */
export function toListedSystemAccount(
  account: SystemAccount,
  tokens: readonly NamedToken[],
  at: Date,
): ListedSystemAccountResponse {
  const own = tokens.filter(({ staffId }) => staffId === account.id);
  return { ...toSystemAccountResponse(account), tokens: own.map((token) => toApiTokenResponse(token, account, at)) };
}

function toApiTokenResponse(token: NamedToken, { status: accountStatus }: SystemAccount, at: Date): ApiTokenResponse {
  const { id, hint, scopes, createdAt, createdByName, createdByActive, expiresAt, lastUsedAt, revokedAt } = token;
  return {
    id,
    hint,
    scopes,
    state: tokenState({ expiresAt, revokedAt, accountStatus }, at),
    createdAt: createdAt.toISOString(),
    createdBy: createdByName,
    createdByActive,
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
