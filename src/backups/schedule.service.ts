import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock.js';
import { OneProcessService } from '../database/one-process.service.js';
import { Environment } from '../environment.js';
import { BackupProcess } from './backup-process.js';
import type { BackupFailure, BackupState } from './backup-state.js';
import { DrillScheduleService } from './drill-schedule.service.js';
import { ageOf, isOverdue } from './due.js';
import { LogArchiveService } from './log-archive.service.js';
import { isBeingMade } from './make-backup.js';
import { backupsIn, type Backup } from './manifest.js';

const MINUTE = 60_000;
const LOOK_EVERY = 100;
/** After a failure; the next backup may be due in a day. */
const AGAIN_AFTER = 10 * MINUTE;

/**
 * Makes backups when they are due, each in a process of its own, so that nobody waits for one; has the write-ahead log taken to them,
 * and the latest restored on trial. Works only in a service that serves: a command that runs beside it makes none.
 */
@Injectable()
export class BackupScheduleService implements OnModuleDestroy {
  private readonly logger = new Logger('backups');
  private backups: Backup[] = [];
  private making: BackupProcess | null = null;
  private failure: BackupFailure | null = null;
  private timers: NodeJS.Timeout[] = [];
  private checking: Promise<void> | null = null;

  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly oneProcess: OneProcessService,
    private readonly log: LogArchiveService,
    private readonly drills: DrillScheduleService,
  ) {}

  /** Begins to make backups, if a folder is named for them. */
  async start(): Promise<void> {
    const { backupDir, databaseUrl } = this.environment;
    if (backupDir === null) return;
    if (databaseUrl === null) await this.log.start();
    await this.drills.start(this.log.name);
    this.timers.push(setInterval(() => this.check(), MINUTE));
    await this.look();
    this.check();
  }

  /** Ends what is under way; what it left behind is cleared away by the next one. */
  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    await Promise.all([this.making?.stop(), this.drills.stop()]);
    await this.checking;
    await this.log.stop();
  }

  state(): BackupState {
    const { backups, failure, making } = this;
    const age = this.ageOfLatest();
    return {
      scheduled: this.timers.length > 0,
      backups,
      latestAt: this.latest()?.manifest.at ?? null,
      age: age === Infinity ? null : age,
      running: making !== null,
      failure,
      archiveFailure: this.log.failure,
      overdue: isOverdue(age, this.environment.backupEvery),
      drill: this.drills.state(),
    };
  }

  private async make(): Promise<void> {
    if (this.timers.length === 0) return;
    this.making = new BackupProcess(['backup']);
    const reason = await this.making.failure();
    this.making = null;
    // One that was ended because the service ends is no failure.
    this.failure = reason === null || this.timers.length === 0 ? null : { at: this.clock.now(), reason };
    if (this.failure) this.logger.error(`No backup was made: ${this.failure.reason}`);
    await this.look();
  }

  private check(): void {
    this.checking ??= this.makeWhereDue()
      .then(() => this.drills.check(this.latest()))
      .catch((error: unknown) => this.logger.warn(error instanceof Error ? error.name : 'unknown'))
      .finally(() => (this.checking = null));
  }

  /** Another process, also on another machine, may have made one or be at it. */
  private async makeWhereDue(): Promise<void> {
    const now = this.clock.now().getTime();
    if (this.failure && now - this.failure.at.getTime() < AGAIN_AFTER) return;
    if (!(await this.isDue())) return;
    const begun: Promise<void>[] = [];
    // Held only until the folder says that somebody is at it: a backup may take hours, and the transaction would last as long.
    await this.oneProcess.run('backup', async () => {
      if ((await this.isSeen()) || !(await this.isDue())) return;
      begun.push(this.make());
      while (this.making !== null && !(await this.isSeen())) await sleep(LOOK_EVERY);
    });
    await Promise.all(begun);
  }

  private async isSeen(): Promise<boolean> {
    return isBeingMade(this.environment.backupDir ?? '');
  }

  private async isDue(): Promise<boolean> {
    await this.look();
    return this.ageOfLatest() >= this.environment.backupEvery;
  }

  /** Reads which backups there are. */
  private async look(): Promise<void> {
    this.backups = await backupsIn(this.environment.backupDir ?? '').catch(() => this.backups);
  }

  /** Another database's backups may lie in the same folder, and such as hold one clinic alone. */
  private latest(): Backup | undefined {
    const isWhole = ({ manifest: { archive, clinic } }: Backup) =>
      archive === this.log.name && (clinic ?? null) === null;
    return this.backups.filter(isWhole).at(-1);
  }

  /** Milliseconds since the latest backup. */
  private ageOfLatest(): number {
    const latest = this.latest();
    return latest ? ageOf(new Date(latest.manifest.at), this.clock.now()) : Infinity;
  }
}
