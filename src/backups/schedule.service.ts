import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock.js';
import { OneProcessService } from '../database/one-process.service.js';
import { archiveFolder, archiveName } from '../database/embedded/archive.js';
import { Environment } from '../environment.js';
import { whyNotWritten } from './backup-fault.js';
import { BackupProcess } from './backup-process.js';
import type { BackupFailure, BackupState } from './backup-state.js';
import { isBeingMade } from './make-backup.js';
import { backupsIn, type Backup } from './manifest.js';
import { takeToBackups, walFolder } from './wal-archive.js';

const MINUTE = 60_000;
const ARCHIVE_EVERY = 5000;
const LOOK_EVERY = 100;
/** After a failure; the next backup may be due in a day. */
const AGAIN_AFTER = 10 * MINUTE;

/**
 * Makes backups when they are due, each in a process of its own, so that nobody waits for one; and takes the write-ahead log to
 * them. Works only in a service that serves: a command that runs beside it makes none.
 */
@Injectable()
export class BackupScheduleService implements OnModuleDestroy {
  private readonly logger = new Logger('backups');
  private backups: Backup[] = [];
  private making: BackupProcess | null = null;
  private failure: BackupFailure | null = null;
  private archiveFailure: BackupFailure | null = null;
  private timers: NodeJS.Timeout[] = [];
  private checking: Promise<void> | null = null;
  private archiving: Promise<void> | null = null;
  private archive: string | null = null;

  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly oneProcess: OneProcessService,
  ) {}

  /** Begins to make backups, if a folder is named for them. */
  async start(): Promise<void> {
    const { backupDir, databaseUrl, dataDir } = this.environment;
    if (backupDir === null) return;
    if (databaseUrl === null) {
      this.archive = await archiveName(dataDir);
      this.timers.push(setInterval(() => void this.takeArchive(), ARCHIVE_EVERY));
    }
    this.timers.push(setInterval(() => this.check(), MINUTE));
    await this.look();
    this.check();
  }

  /** Ends what is under way; what it left behind is cleared away by the next one. */
  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    await this.making?.stop();
    await this.checking;
    await this.takeArchive();
  }

  state(): BackupState {
    const { backups, failure, archiveFailure, making } = this;
    const age = this.ageOfLatest();
    return {
      scheduled: this.timers.length > 0,
      backups,
      latestAt: this.latest()?.manifest.at ?? null,
      age: age === Infinity ? null : age,
      running: making !== null,
      failure,
      archiveFailure,
      overdue: age > this.late(),
    };
  }

  private async make(): Promise<void> {
    if (this.timers.length === 0) return;
    this.making = new BackupProcess();
    const reason = await this.making.failure();
    this.making = null;
    // One that was ended because the service ends is no failure.
    this.failure = reason === null || this.timers.length === 0 ? null : { at: this.clock.now(), reason };
    if (this.failure) this.logger.error(`No backup was made: ${this.failure.reason}`);
    await this.look();
  }

  private check(): void {
    this.checking ??= this.makeWhereDue()
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

  /** Another database's backups may lie in the same folder. */
  private latest(): Backup | undefined {
    return this.backups.filter(({ manifest }) => manifest.archive === this.archive).at(-1);
  }

  /** Milliseconds since the latest backup. One from the future, after a clock was set back, does not put off the next for long. */
  private ageOfLatest(): number {
    const latest = this.latest();
    return latest ? Math.abs(this.clock.now().getTime() - Date.parse(latest.manifest.at)) : Infinity;
  }

  /** From this age on somebody should look: an hour, or a quarter of the time between, past the due time. */
  private late(): number {
    return this.environment.backupEvery + Math.max(60 * MINUTE, this.environment.backupEvery / 4);
  }

  private async takeArchive(): Promise<void> {
    const { archive } = this;
    if (archive === null) return;
    this.archiving ??= this.takeAll(archive).finally(() => (this.archiving = null));
    await this.archiving;
  }

  private async takeAll(archive: string): Promise<void> {
    const { backupDir, dataDir, backupRecipients } = this.environment;
    try {
      await takeToBackups(archiveFolder(dataDir), walFolder(backupDir ?? '', archive), backupRecipients);
      this.archiveFailure = null;
    } catch (error) {
      const reason = `The folder of backups can't be written to: ${whyNotWritten(error) ?? (error as Error).message}.`;
      if (this.archiveFailure === null) this.logger.error(`The write-ahead log is not taken to the backups: ${reason}`);
      this.archiveFailure ??= { at: this.clock.now(), reason };
    }
  }
}
