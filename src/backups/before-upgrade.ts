import { basename, join } from 'node:path';
import type { OlderDatabase } from '../database/open.js';
import { NoCommonMoment } from '../database/backup/consistent-point.js';
import { DatabaseNotUsable } from '../database/not-usable.js';
import type { Environment } from '../environment.js';
import type { BackupEventService } from './backup-event.service.js';
import { BackupFault } from './backup-fault.js';
import { prune } from './prune.js';
import { makeBackup } from './make-backup.js';

/** Where backups go that an upgrade makes when no folder is named for them. */
const OWN_FOLDER = 'before-upgrade';
const KEPT = 2;

const WITHOUT_A_COPY =
  'The database of DATABASE_URL is of an older version and is changed now without a copy; with BACKUP_DIR set to a folder ' +
  'its rows are copied there first, and “cudos restore” brings them back.';

const SPREAD = 'The database is of an older version and is changed now without a copy.';

/**
 * The copy of a database as an older version left it, before this one changes its tables: the files of the embedded one, the rows of one at
 * `DATABASE_URL` where a folder is named for backups.
 * Tables that are spread over nodes are changed without a copy, which their administrators have.
 */
export class UpgradeCopy {
  private made: string | null = null;

  /** @param say Says what is done, for the person at the terminal. */
  constructor(
    private readonly environment: Environment,
    private readonly say: (line: string) => void,
  ) {}

  /** @throws DatabaseNotUsable where no copy can be made, so nothing is changed. */
  readonly make = async ({ ownerUrl, embedded }: OlderDatabase): Promise<void> => {
    const { environment, say } = this;
    const { backupDir, dataDir, backupRecipients: recipients } = environment;
    if (!embedded && backupDir === null) return say(WITHOUT_A_COPY);
    const folder = backupDir ?? join(dataDir, OWN_FOLDER);
    const order = { environment, ownerUrl, embedded, folder, recipients, now: new Date(), suffix: '-before-upgrade' };
    try {
      // This version can't count in tables of another one.
      const made = await makeBackup({ ...order, figuresAt: () => Promise.resolve([]) });
      if (backupDir === null) await prune(folder, KEPT);
      this.made = made.folder;
      say(`The database is of an older version; before it is changed it was copied to ${made.folder}.`);
    } catch (error) {
      if (error instanceof NoCommonMoment) return say(`${SPREAD} ${error.message}`);
      const why = error instanceof BackupFault ? error.message : String(error);
      throw new DatabaseNotUsable(
        `The database is of an older version, and nothing was changed, because it can't be copied first: ${why} ` +
          'Make room, or set BACKUP_DIR to a folder with some.',
      );
    }
  };

  /** Whether this start made one. */
  get isMade(): boolean {
    return this.made !== null;
  }

  /** Has each clinic know of the copy, once the tables are those of this version; nothing where none was made. */
  async record(events: BackupEventService): Promise<void> {
    if (this.made === null) return;
    const how = `before an upgrade${this.environment.backupRecipients.length > 0 ? ', encrypted' : ''}`;
    await events.record('backup.made', `${how}: ${basename(this.made)}`);
  }
}
