import type { DrillResult } from './drill-result.js';
import type { Backup } from './manifest.js';

/** Something that went wrong, as a person may read it. */
export interface BackupFailure {
  at: Date;
  reason: string;
}

/** What is known of the backups of this server. */
export interface BackupState {
  /** Whether the service makes backups by itself. */
  scheduled: boolean;
  backups: Backup[];
  /** Of the latest of this very database. */
  latestAt: string | null;
  /** Its age in milliseconds. */
  age: number | null;
  running: boolean;
  /** Why the last attempt came to nothing; null once one succeeds. */
  failure: BackupFailure | null;
  /** Why the write-ahead log is not taken to the backups; null while it is. */
  archiveFailure: BackupFailure | null;
  overdue: boolean;
  /** Of trying the latest by restoring it; null where that is not set. */
  drill: DrillState | null;
}

/** What is known of restoring backups on trial. */
export interface DrillState {
  /** Null before the first. */
  last: DrillResult | null;
  running: boolean;
  overdue: boolean;
}
