import { IsString, MaxLength, MinLength } from 'class-validator';
import { PASSWORD_LONG, PASSWORD_SHORT } from './password-faults.js';
import type { Session } from '../sessions/session.entity.js';

export class PasswordChangeRequest {
  /** @example "a long sentence is a good password" */
  @MaxLength(200, PASSWORD_LONG)
  @IsString({ message: 'Type your current password too.' })
  currentPassword: string;

  /** @example "another sentence altogether" */
  @MaxLength(200, PASSWORD_LONG)
  @MinLength(12, PASSWORD_SHORT)
  @IsString(PASSWORD_SHORT)
  newPassword: string;
}

export class OwnSessionResponse {
  /** @example "019a5c1e-8f00-7000-8000-000000000060" */
  id: string;
  /**
   * Browser and system, at most 200 characters; null where the browser named none
   * @example "Firefox on Windows"
   */
  device: string | null;
  /** Whether this is the session that asks */
  current: boolean;
  /** @example "2026-03-04T16:20:11.000Z" */
  createdAt: string;
  /**
   * Instant of the last request, to the minute
   * @example "2026-03-04T17:00:00.000Z"
   */
  lastSeenAt: string;
  /**
   * When it ends if nothing more is asked of it
   * @example "2026-03-04T17:15:00.000Z"
   */
  endsAt: string;
}

export class OwnSessionListResponse {
  items: OwnSessionResponse[];
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
