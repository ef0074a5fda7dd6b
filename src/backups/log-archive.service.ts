import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock.js';
import { archiveFolder, archiveName } from '../database/embedded/archive.js';
import { Environment } from '../environment.js';
import { whyNotWritten } from './backup-fault.js';
import type { BackupFailure } from './backup-state.js';
import { takeToBackups, walFolder } from './wal-archive.js';

const EVERY = 5000;

/** Takes the write-ahead log of the embedded database to the backups. */
@Injectable()
export class LogArchiveService {
  private readonly logger = new Logger('backups');
  private timer: NodeJS.Timeout | null = null;
  private taking: Promise<void> | null = null;
  /** Why the log is not taken to the backups; null while it is. */
  failure: BackupFailure | null = null;
  /** The name of the archive of this database; null where there is none. */
  name: string | null = null;

  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    this.name = await archiveName(this.environment.dataDir);
    this.timer = setInterval(() => void this.take(), EVERY);
  }

  /** Takes what there is once more, and ends. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.take();
  }

  private async take(): Promise<void> {
    const { name } = this;
    if (name === null) return;
    this.taking ??= this.takeAll(name).finally(() => (this.taking = null));
    await this.taking;
  }

  private async takeAll(name: string): Promise<void> {
    const { backupDir, dataDir, backupRecipients } = this.environment;
    try {
      await takeToBackups(archiveFolder(dataDir), walFolder(backupDir ?? '', name), backupRecipients);
      this.failure = null;
    } catch (error) {
      const reason = `The folder of backups can't be written to: ${whyNotWritten(error) ?? (error as Error).message}.`;
      if (this.failure === null) this.logger.error(`The write-ahead log is not taken to the backups: ${reason}`);
      this.failure ??= { at: this.clock.now(), reason };
    }
  }
}
