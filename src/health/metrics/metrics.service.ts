import { Injectable } from '@nestjs/common';
import { AuditBufferService } from '../../audit/audit-buffer.service.js';
import type { BackupState } from '../../backups/backup-state.js';
import { BackupScheduleService } from '../../backups/schedule.service.js';
import { PoolStateService, type PoolState } from '../../database/pool-state.service.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClinicCountsRepository, type ClinicCounts } from './clinic-counts.repository.js';
import { RequestMetricsService, type MetricReading } from './request-metrics.service.js';

/** What a monitoring system reads: of the process and the server all of it, of records those of the clinic that asks. */
@Injectable()
export class MetricsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly counts: ClinicCountsRepository,
    private readonly requests: RequestMetricsService,
    private readonly pool: PoolStateService,
    private readonly backups: BackupScheduleService,
    private readonly audit: AuditBufferService,
  ) {}

  async text({ clinicId, at }: Actor): Promise<string> {
    const counts = await this.transactions.run(clinicId, (transaction) =>
      transaction.pipeline.finish(() => this.counts.read(transaction)),
    );
    const waiting = this.audit.waitingSince();
    const lag = { events: waiting.events, seconds: waiting.since ? secondsBetween(waiting.since, at) : 0 };
    return this.requests.text([
      ...ofPool(this.pool.read()),
      ...ofClinic(counts, at),
      reading(
        'cudos_audit_lag_events',
        'Events of reads and refusals that wait to be written, of all clinics.',
        lag.events,
      ),
      reading(
        'cudos_audit_lag_seconds',
        'How long the first of them waits; more than a few means they can’t be written.',
        lag.seconds,
      ),
      ...ofBackups(this.backups.state()),
      ...ofDrills(this.backups.state(), at),
    ]);
  }
}

function ofPool({ open, idle, waiting }: PoolState): MetricReading[] {
  return [
    reading('cudos_database_connections_open', 'Connections of the pool.', open),
    reading('cudos_database_connections_idle', 'Connections of the pool that nobody uses.', idle),
    reading('cudos_database_requests_waiting', 'Requests that wait for a connection.', waiting),
  ];
}

function ofClinic({ entries, openNotices, oldestNoticeAt, auditEvents }: ClinicCounts, at: Date): MetricReading[] {
  const age = oldestNoticeAt === null ? 0 : secondsBetween(oldestNoticeAt, at);
  return [
    reading('cudos_entries_recorded', 'Entries of the clinic, each version of one.', entries),
    reading('cudos_safety_notices_open', 'Safety notices of the clinic that nobody has acknowledged.', openNotices),
    reading('cudos_safety_notice_oldest_seconds', 'Age of the oldest of them; 0 where none is open.', age),
    reading('cudos_audit_events', 'Events of the chain of the clinic.', auditEvents ?? 0),
  ];
}

/** Nothing where the service makes no backups by itself. */
function ofBackups({ scheduled, age, overdue, failure, archiveFailure }: BackupState): MetricReading[] {
  if (!scheduled) return [];
  const aged = age === null ? [] : [reading('cudos_backup_age_seconds', 'Age of the latest backup.', age / 1000)];
  return [
    ...aged,
    reading('cudos_backup_overdue', '1 where the latest backup is clearly older than it should be.', Number(overdue)),
    reading('cudos_backup_failing', '1 where the last attempt at a backup came to nothing.', Number(failure !== null)),
    reading(
      'cudos_archive_failing',
      '1 where the write-ahead log is not taken to the backups.',
      Number(archiveFailure !== null),
    ),
  ];
}

/** Nothing where no backup is restored on trial. */
function ofDrills({ drill }: BackupState, at: Date): MetricReading[] {
  if (!drill) return [];
  const overdue = reading(
    'cudos_backup_drill_overdue',
    '1 where restoring the latest backup on trial is clearly longer ago than it should be.',
    Number(drill.overdue),
  );
  if (!drill.last) return [overdue];
  return [
    overdue,
    reading('cudos_backup_drill_failing', '1 where the last trial failed.', Number(drill.last.failure !== null)),
    reading(
      'cudos_backup_drill_age_seconds',
      'How long ago the last trial ended.',
      secondsBetween(new Date(drill.last.at), at),
    ),
    reading('cudos_backup_drill_duration_seconds', 'How long the last trial took.', drill.last.seconds),
  ];
}

function reading(name: string, help: string, value: number): MetricReading {
  return { name, help, value };
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, (to.getTime() - from.getTime()) / 1000);
}
