import { IsString, MaxLength } from 'class-validator';
import type { Instant } from '../../domain/calendar/calendar.js';
import type { Id } from '../../domain/id.js';
import type { AccessGrantResponse } from '../people/staff.dto.js';
import { IsNewPassword, PASSWORD_LONG } from './new-password.js';
import type { Session } from '../sessions/session.entity.js';

export class PasswordChangeRequest {
  /** @example "a long sentence is a good password" */
  @MaxLength(200, PASSWORD_LONG)
  @IsString({ message: 'Type your current password too.' })
  currentPassword: string;

  /** @example "another sentence altogether" */
  @IsNewPassword()
  newPassword: string;
}

export interface OwnSessionResponse {
  id: Id;
  /** Browser and system, at most 200 characters; null where the browser named none. @example "Firefox on Windows" */
  device: string | null;
  /** Whether this is the session that asks. */
  current: boolean;
  createdAt: Instant;
  /** Instant of the last request, to the minute. */
  lastSeenAt: Instant;
  /** When it ends if nothing more is asked of it. */
  endsAt: Instant;
}

export interface OwnSessionListResponse {
  items: OwnSessionResponse[];
}

export interface OwnGrantResponse extends AccessGrantResponse {
  /** Whether the person should be told: less than 14 days ago. */
  recent: boolean;
}

export interface OwnGrantListResponse {
  items: OwnGrantResponse[];
}

export function toOwnSessionResponse(
  { id, device, createdAt, lastSeenAt }: Session,
  endsAt: Date,
  currentId: string,
): OwnSessionResponse {
  return {
    id,
    device,
    current: id === currentId,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    endsAt: endsAt.toISOString(),
  };
}
