import type { Writable } from 'node:stream';
import pg from 'pg';

/** Where a base backup begins and ends in the write-ahead log. */
export interface BaseBackup {
  /** Log position, e.g. `0/3000028`, from which on the log is not in the backup any more. */
  stoppedAt: string;
  /** The file of the log that it begins in, e.g. `000000010000000000000003`. */
  firstWal: string;
  /** Of PostgreSQL, e.g. `18.4`. */
  version: string;
}

/** A part that was ended or destroyed while it was full is never drained. */
const GOES_ON = ['drain', 'finish', 'close'] as const;
/** What `CopyData` holds begins with a letter that says what it is (protocol of `BASE_BACKUP`, PostgreSQL 15 and newer). */
const NEW_ARCHIVE = 'n';
const MANIFEST = 'm';
const CONTENT = 'd';

/**
 * Copies a running cluster, online, with the write-ahead log that makes the copy consistent.
 * @param open Gives where to write a part to: `base.tar`, and `backup_manifest` with the checksum of each file.
 */
export async function streamBaseBackup(
  url: string,
  label: string,
  open: (name: string) => Writable,
): Promise<BaseBackup> {
  const client = new pg.Client({ connectionString: url, replication: 'database' } as pg.ClientConfig);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    const { from, to } = await new Promise<Ends>((resolve, reject) => {
      client.query(new BaseBackupQuery(label, open, resolve, reject));
    });
    const named = await client.query<{ name: string }>(`SELECT pg_walfile_name('${from}') AS name`);
    const version = rows[0]?.server_version.split(' ')[0] ?? '';
    return { stoppedAt: to, firstWal: named.rows[0]?.name ?? '', version };
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Log positions, e.g. `0/3000028`. */
interface Ends {
  from: string;
  to: string;
}

interface Wire {
  query(text: string): void;
  stream: { pause(): void; resume(): void };
}

/** A command of the replication protocol; the names of its methods are those that `pg` calls. */
class BaseBackupQuery implements pg.Submittable {
  private part: Writable | null = null;
  private readonly rows: (string | null)[][] = [];
  private failure: Error | null = null;
  private paused = false;

  constructor(
    private readonly label: string,
    private readonly open: (name: string) => Writable,
    private readonly resolve: (ends: Ends) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  submit(connection: pg.Connection): void {
    const options = [
      `LABEL '${this.label.replaceAll("'", "''")}'`,
      `TARGET 'client'`,
      `CHECKPOINT 'fast'`,
      `WAL true`,
      `MANIFEST 'yes'`,
      `MANIFEST_CHECKSUMS 'SHA256'`,
    ];
    (connection as unknown as Wire).query(`BASE_BACKUP (${options.join(', ')})`);
  }

  handleRowDescription(): void {}

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.rows.push(fields);
  }

  handleCommandComplete(): void {}

  handleCopyData({ chunk }: { chunk: Buffer }, connection: Wire): void {
    const kind = String.fromCharCode(chunk[0] ?? 0);
    if (kind === NEW_ARCHIVE) this.next(chunk.toString('utf8', 1, chunk.indexOf(0, 1)));
    if (kind === MANIFEST) this.next('backup_manifest');
    if (kind !== CONTENT || this.part === null) return;
    if (this.part.destroyed) return this.handleError(new Error('A part of the backup could not be written.'));
    // A copy: the parser uses its buffer again.
    if (this.part.write(Buffer.from(chunk.subarray(1))) || this.paused) return;
    this.paused = true;
    connection.stream.pause();
    const { part } = this;
    const goOn = () => {
      for (const event of GOES_ON) part.off(event, goOn);
      this.paused = false;
      connection.stream.resume();
    };
    for (const event of GOES_ON) part.on(event, goOn);
  }

  handleError(error: Error): void {
    this.failure ??= error;
    this.part?.destroy(error);
    this.reject(error);
  }

  handleReadyForQuery(): void {
    this.part?.end();
    if (this.failure === null) this.resolve({ from: this.rows[0]?.[0] ?? '', to: this.rows.at(-1)?.[0] ?? '' });
  }

  private next(name: string): void {
    this.part?.end();
    this.part = this.open(name);
    // Where a part can't be written its reader says why; here the copying goes on to its end, into nothing.
    this.part.on('error', () => undefined);
  }
}
