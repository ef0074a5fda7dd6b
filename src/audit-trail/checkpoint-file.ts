import { appendFile, readFile, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../database/embedded/make-folder.js';
import { CHECKPOINTS_FILE, checkpointLines, checkpointsIn, type Checkpoint } from '../audit/checkpoint.js';

/** The signed checkpoints of a data directory. */
export class CheckpointFile {
  readonly path: string;

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

  async add(checkpoint: Checkpoint): Promise<void> {
    await makeFolder(dirname(this.path), 0o700);
    await this.dropHalfLine();
    await appendFile(this.path, `${JSON.stringify(checkpoint)}\n`, { mode: 0o600, flush: true });
  }

  /** What a power cut left of a line would spoil the next one. */
  private async dropHalfLine(): Promise<void> {
    const text = await this.text();
    const whole = text.lastIndexOf('\n') + 1;
    if (whole < text.length) await truncate(this.path, Buffer.byteLength(text.slice(0, whole)));
  }

  private async text(): Promise<string> {
    return readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
  }
}

/** Each checkpoint names the one before it, so that none can be taken out between others. @returns The gap in words, or null. */
export function gapIn(own: readonly Checkpoint[]): string | null {
  const behind = own.find(({ before }, at) => before !== undefined && before !== (own[at - 1]?.signature ?? null));
  return behind ? `the checkpoint before that of ${behind.at} is missing` : null;
}
