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
  /** How restoring the latest on trial went; null where that is not set, or was not done yet */
  drill: DrillHealth | null;
}

export interface DrillHealth {
  at: Instant;
  passed: boolean;
  /** Whether the last try is clearly longer ago than it should be */
  overdue: boolean;
}

export function toReadyResponse(state: BackupState): ReadyResponse {
  const { scheduled, latestAt, age, overdue, archiveFailure, drill } = state;
  if (!scheduled) return { status: 'ok', backup: null };
  const ageSeconds = age === null ? null : Math.round(age / 1000);
  const tried = drill?.last && { at: drill.last.at, passed: drill.last.failure === null, overdue: drill.overdue };
  const backup = { at: latestAt, ageSeconds, overdue: overdue || archiveFailure !== null, drill: tried ?? null };
  return { status: 'ok', backup };
}
