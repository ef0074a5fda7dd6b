import type { BackupState } from '../backups/backup-state.js';
import type { Instant } from '../domain/calendar/calendar.js';
import type { WholeNumber } from '../domain/numbers/number-types.js';

export interface HealthResponse {
  status: 'ok';
}

export interface ReadyResponse extends HealthResponse {
  /** The latest backup that the service made; null where no folder is set for backups */
  backup: BackupHealth | null;
}

export interface BackupHealth {
  /** The moment that it is of; null where there is none yet */
  at: Instant | null;
  ageSeconds: WholeNumber | null;
  /** Whether it is clearly older than it should be, or the write-ahead log is not kept */
  overdue: boolean;
}

export function toReadyResponse({ scheduled, latestAt, age, overdue, archiveFailure }: BackupState): ReadyResponse {
  if (!scheduled) return { status: 'ok', backup: null };
  const ageSeconds = age === null ? null : Math.round(age / 1000);
  return { status: 'ok', backup: { at: latestAt, ageSeconds, overdue: overdue || archiveFailure !== null } };
}
