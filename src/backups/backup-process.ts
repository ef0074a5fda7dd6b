import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const LONGEST_REASON = 1000;

/** The command that makes a backup, as a process of its own: it takes neither the memory nor the turn of a request. */
export class BackupProcess {
  private readonly child: ChildProcess;
  private readonly closed: Promise<unknown[]>;
  private said = '';

  constructor() {
    this.child = spawn(process.execPath, [...process.execArgv, program(), 'backup', '--by-schedule'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.closed = once(this.child, 'close');
    this.child.stderr?.on(
      'data',
      (bytes: Buffer) => (this.said = (this.said + bytes.toString()).slice(-LONGEST_REASON)),
    );
  }

  /** Why there is no backup once it has ended; null where there is one. */
  async failure(): Promise<string | null> {
    try {
      const [code] = await this.closed;
      return code === 0 ? null : this.said.trim() || 'It was ended.';
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
