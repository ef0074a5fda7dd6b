import type { Instant } from '../domain/calendar/calendar.js';
import type { WholeNumber } from '../domain/numbers/number-types.js';
import type { Backup } from './manifest.js';
import type { BackupFailure, BackupState, DrillState } from './backup-state.js';

/** The backups of this server, which hold all of its clinics. */
export interface BackupsResponse {
  /** Whether the service makes backups by itself: BACKUP_DIR is set */
  scheduled: boolean;
  running: boolean;
  /** Whether the latest is clearly older than it should be */
  overdue: boolean;
  /** Why the last attempt came to nothing; null once one succeeds */
  failure: BackupFailureResponse | null;
  /** Why what was done since the latest backup is not kept; null while it is */
  archiveFailure: BackupFailureResponse | null;
  /** How the latest backup is tried by restoring it; null where BACKUP_DRILL_EVERY is not set */
  drill: BackupDrillResponse | null;
  /** Latest first */
  items: BackupResponse[];
}

export interface BackupResponse {
  /** The moment that it is of */
  at: Instant;
  finishedAt: Instant;
  /** @example 48000000 */
  bytes: WholeNumber;
  encrypted: boolean;
  /**
   * The service that made it
   * @example "cudos-outcomes 0.2.0"
   */
  software: string;
}

export interface BackupFailureResponse {
  at: Instant;
  /** @example "The backup can't be written to /backups: the disk is full. Nothing of it was left." */
  reason: string;
}

export interface BackupDrillResponse {
  running: boolean;
  /** Whether the last try is clearly longer ago than it should be */
  overdue: boolean;
  /** Null before the first */
  last: BackupDrillResultResponse | null;
}

export interface BackupDrillResultResponse {
  /** When it ended */
  at: Instant;
  /** The moment of the backup that was restored */
  backupAt: Instant;
  passed: boolean;
  /**
   * Why it failed; null where it passed
   * @example "The backup in /backups/2026-11-30T02-00-00Z is damaged: base.tar.gz is not as it was written. Take another one."
   */
  failure: string | null;
  /** How long it took. @example 42 */
  seconds: WholeNumber;
}

export function toBackupsResponse(state: BackupState): BackupsResponse {
  const { scheduled, running, overdue, failure, archiveFailure, drill, backups } = state;
  return {
    scheduled,
    running,
    overdue: scheduled && overdue,
    failure: toFailure(failure),
    archiveFailure: toFailure(archiveFailure),
    drill: drill && toDrill(drill),
    items: backups.map(toBackup).reverse(),
  };
}

function toBackup({ manifest: { at, finishedAt, files, software } }: Backup): BackupResponse {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { at, finishedAt, bytes, encrypted: files.every(({ name }) => name.endsWith('.age')), software };
}

function toFailure(failure: BackupFailure | null): BackupFailureResponse | null {
  return failure && { at: failure.at.toISOString(), reason: failure.reason };
}

function toDrill({ running, overdue, last }: DrillState): BackupDrillResponse {
  return { running, overdue, last: last && { ...last, passed: last.failure === null } };
}
