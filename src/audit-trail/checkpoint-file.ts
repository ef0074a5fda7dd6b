import { appendFile, open, readFile, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../database/embedded/make-folder.js';
import { CHECKPOINTS_FILE, checkpointLines, checkpointsIn, type Checkpoint } from '../audit/checkpoint.js';

/** The signed checkpoints of a data directory. */
export class CheckpointFile {
  readonly path: string;
  private readonly latest = new Map<string, Checkpoint>();
  /** Bytes that were read for these, up to the end of a line. */
  private read = 0;

  constructor(dataDir: string) {
    this.path = join(dataDir, CHECKPOINTS_FILE);
  }

  async of(clinicId: string): Promise<Checkpoint[]> {
    return checkpointsIn(await this.text()).filter((checkpoint) => checkpoint.clinicId === clinicId);
  }

  /** Numbers of the lines that are no checkpoint. */
  async unreadable(): Promise<number[]> {
    return checkpointLines(await this.text()).flatMap((line, at) => (line === null ? [at + 1] : []));
  }

  /** The latest of a clinic; null where there is none. */
  async latestOf(clinicId: string): Promise<Checkpoint | null> {
    await this.catchUp();
    return this.latest.get(clinicId) ?? null;
  }

  async add(checkpoint: Checkpoint): Promise<void> {
    await makeFolder(dirname(this.path), 0o700);
    // What a power cut left of a line would spoil the next one.
    if ((await this.catchUp()) > this.read) await truncate(this.path, this.read);
    await appendFile(this.path, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600, flush: true });
  }

  /** Reads what was added since: the file grows for years, and is asked for each clinic every hour. @returns Its length in bytes. */
  private async catchUp(): Promise<number> {
    const file = await open(this.path).catch(nothingYet);
    try {
      const size = file ? (await file.stat()).size : 0;
      if (size < this.read) {
        this.read = 0;
        this.latest.clear();
      }
      const added = Buffer.alloc(size - this.read);
      await file?.read(added, 0, added.length, this.read);
      const whole = added.lastIndexOf('\n') + 1;
      for (const each of checkpointsIn(added.toString('utf8', 0, whole))) this.latest.set(each.clinicId, each);
      this.read += whole;
      return size;
    } finally {
      await file?.close();
    }
  }

  private async text(): Promise<string> {
    return (await readFile(this.path, 'utf8').catch(nothingYet)) ?? '';
  }
}

function nothingYet(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** Each checkpoint names the one before it, so that none can be taken out between others. @returns The gap in words, or null. */
export function gapIn(own: readonly Checkpoint[]): string | null {
  const behind = own.find(({ before }, at) => before !== undefined && before !== (own[at - 1]?.signature ?? null));
  return behind ? `the checkpoint before that of ${behind.at} is missing` : null;
}
