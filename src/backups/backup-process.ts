import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const LONGEST_REASON = 1000;
const LONGEST_OUTPUT = 1_000_000;

/** A command about backups as a process of its own: it takes neither the memory nor the turn of a request. */
export class BackupProcess {
  private readonly child: ChildProcess;
  private readonly closed: Promise<unknown[]>;
  private said = '';
  /** What it printed, at most its last megabyte. */
  printed = '';

  /** @param words As people type them behind `cudos`. */
  constructor(words: readonly string[]) {
    this.child = spawn(process.execPath, [...process.execArgv, program(), ...words, '--by-schedule'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.closed = once(this.child, 'close');
    this.child.stdout?.on(
      'data',
      (bytes: Buffer) => (this.printed = (this.printed + bytes.toString()).slice(-LONGEST_OUTPUT)),
    );
    this.child.stderr?.on(
      'data',
      (bytes: Buffer) => (this.said = (this.said + bytes.toString()).slice(-LONGEST_REASON)),
    );
  }

  /** Why it came to nothing once it has ended; null where it did what it should. */
  async failure(): Promise<string | null> {
    try {
      const [code] = await this.closed;
      // Where in the program it was is for nobody who reads this.
      const said = this.said.replace(/^ +at .*$/gm, '').trim();
      return code === 0 ? null : said || 'It was ended.';
    } catch (error) {
      return (error as Error).message;
    }
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.failure();
  }
}

/** The command line, beside this file as it is run: compiled, or as source. */
function program(): string {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`../commands/cudos.${ending}`, import.meta.url));
}
