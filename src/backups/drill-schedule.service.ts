import { basename } from 'node:path';
import { makeFolder } from '../database/embedded/make-folder.js';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import { OneProcessService } from '../database/one-process.service.js';
import { counted } from '../domain/numbers/words.js';
import { Environment } from '../environment.js';
import { BackupEventService } from './backup-event.service.js';
import { holdFolder, isHeld } from './backup-lock.js';
import { BackupProcess } from './backup-process.js';
import type { DrillState } from './backup-state.js';
import { removeLeftDrills } from './drill-folder.js';
import { ageOf, isOverdue } from './due.js';
import { drillPlace, readDrillResult, writeDrillResult, type DrillResult } from './drill-result.js';
import { checkDrillIdentity } from './identities.js';
import { isStillThere, type Backup } from './manifest.js';

/** What an event holds. */
const LONGEST_DETAIL = 200;

/**
 * Restores the latest backup on trial when that is due, in a process of its own with low priority, and keeps how it went: a backup that
 * nobody has restored is a hope.
 */
@Injectable()
export class DrillScheduleService {
  private readonly logger = new Logger('backups');
  private place: string | null = null;
  private startedAt = new Date(0);
  private last: DrillResult | null = null;
  private trying: BackupProcess | null = null;
  private checking: Promise<void> | null = null;
  private stopping = false;

  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly oneProcess: OneProcessService,
    private readonly events: BackupEventService,
  ) {}

  /** @param archive Of this database, as backups name it. @throws SettingsError where encrypted backups could not be opened. */
  async start(archive: string | null): Promise<void> {
    const { backupDir, backupDrillEvery } = this.environment;
    if (backupDrillEvery === null || backupDir === null) return;
    await checkDrillIdentity(this.environment);
    this.startedAt = this.clock.now();
    this.place = drillPlace(backupDir, archive);
    this.last = await readDrillResult(this.place);
    await this.clearAway();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.trying?.stop();
    await this.idle();
  }

  /** Waits for what is under way. */
  async idle(): Promise<void> {
    await this.checking;
  }

  /** Null where none is set. */
  state(): DrillState | null {
    const { backupDrillEvery: every } = this.environment;
    if (every === null || this.place === null) return null;
    const since = this.last === null ? this.startedAt : new Date(this.last.at);
    const overdue = isOverdue(ageOf(since, this.clock.now()), every);
    return { last: this.last, running: this.trying !== null, overdue };
  }

  /** Tries the latest backup if that is due; nobody waits for it. */
  check(backup: Backup | undefined): void {
    this.checking ??= this.tryWhereDue(backup)
      .catch((error: unknown) => this.logger.warn(error instanceof Error ? error.message : 'unknown'))
      .finally(() => (this.checking = null));
  }

  /** Not where another process that shares the folder is at it. */
  private async tryWhereDue(backup: Backup | undefined): Promise<void> {
    const { place } = this;
    if (place === null || backup === undefined || !(await this.isDue(place, backup)) || (await isHeld(place))) return;
    const begun: Promise<void>[] = [];
    // Held only until the folder says that somebody is at it: a restore may take hours, and the transaction would last as long.
    await this.oneProcess.run('backup-drill', async () => {
      await makeFolder(place, 0o700);
      if ((await isHeld(place)) || !(await this.isDue(place, backup))) return;
      begun.push(this.tryHeld(place, backup, await holdFolder(place)));
    });
    await Promise.all(begun);
  }

  private async tryHeld(place: string, backup: Backup, letGo: () => Promise<void>): Promise<void> {
    try {
      await this.tryIt(place, backup);
    } finally {
      await letGo();
    }
  }

  private async tryIt(place: string, backup: Backup): Promise<void> {
    const { backupDrillIdentity: identity } = this.environment;
    const began = process.hrtime.bigint();
    this.trying = new BackupProcess([
      'restore',
      backup.folder,
      '--drill',
      ...(identity ? ['--identity', identity] : []),
    ]);
    if (this.stopping) await this.trying.stop();
    const reason = await this.trying.failure();
    const { printed } = this.trying;
    this.trying = null;
    await this.clearAway();
    // What was ended, or removed to make room for a newer one, says nothing of the backup.
    if (this.stopping || !(await isStillThere(backup))) return;
    const failure = reason === null ? null : this.sentenceOf(printed, reason);
    const seconds = Math.round(Number(process.hrtime.bigint() - began) / 1e9);
    this.last = { at: this.clock.now().toISOString(), backupAt: backup.manifest.at, failure, seconds };
    await writeDrillResult(place, this.last);
    const how = failure === null ? `passed in ${counted(seconds, 'second')}` : 'failed';
    const detail = `${how}: ${basename(backup.folder)}${failure === null ? '' : `: ${failure}`}`;
    await this.events.record('backup.tried', detail.slice(0, LONGEST_DETAIL));
  }

  /** Names of clinics are for the log alone: every director of the server reads the rest. */
  private sentenceOf(printed: string, reason: string): string {
    const checks = printed.split('\n').filter((line) => /^(yes|no) {2}/.test(line));
    const wrong = checks.filter((line) => line.startsWith('no'));
    for (const line of wrong) this.logger.error(`The drill of the latest backup found: ${line}`);
    const failure =
      wrong.length === 0
        ? reason
        : `${wrong.length} of ${counted(checks.length, 'check')} of what was restored did not hold; the log of the service names them.`;
    this.logger.error(`The latest backup could not be restored on trial: ${failure}`);
    return failure;
  }

  /** After a failure also as soon as there is another backup. */
  private async isDue(place: string, backup: Backup): Promise<boolean> {
    this.last = (await readDrillResult(place)) ?? this.last;
    if (this.last === null) return true;
    if (this.last.failure !== null && this.last.backupAt !== backup.manifest.at) return true;
    return ageOf(new Date(this.last.at), this.clock.now()) >= (this.environment.backupDrillEvery ?? Infinity);
  }

  private async clearAway(): Promise<void> {
    await removeLeftDrills().catch((error: unknown) =>
      this.logger.warn(`What a drill left behind could not be removed: ${(error as Error).message}`),
    );
  }
}
