import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process of the service said and how it ended. */
export interface Ended {
  code: number | null;
  output: string;
  errors: string;
}

const built = (entry: string): string[] => ['src/run.mjs', entry];

/** Without a build, which takes minutes on a slow machine; for what needs no pages. */
export const fromSource = (entry: string): string[] => [
  '--no-warnings',
  '--import',
  './test/support/typescript.mjs',
  `src/${entry}.ts`,
];

/** A process of the service as a person starts it, with settings of its own and nothing of the test's. */
export class ServiceProcess {
  output = '';
  errors = '';
  private readonly child: ChildProcess;
  private readonly closed: Promise<unknown>;

  /** @param program How node runs an entry: as people do, after a build; or `fromSource`. */
  constructor(entry: string, words: readonly string[], settings: Record<string, string>, program = built) {
    this.child = spawn(process.execPath, [...program(entry), ...words], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.closed = once(this.child, 'close');
    this.child.stdout?.on('data', (data: Buffer) => (this.output += data.toString()));
    this.child.stderr?.on('data', (data: Buffer) => (this.errors += data.toString()));
  }

  /** Waits for a text on standard error, and gives the text of its first group. */
  async says(pattern: RegExp): Promise<string> {
    let open = true;
    const ended = this.closed.then(() => (open = false));
    for (;;) {
      const match = pattern.exec(this.errors);
      if (match) return match[1] ?? match[0];
      if (!open) throw new Error(`It ended and said: ${this.errors}`);
      await Promise.race([ended, this.child.stderr && once(this.child.stderr, 'data')]);
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async ended(): Promise<Ended> {
    await this.closed;
    return { code: this.child.exitCode, output: this.output, errors: this.errors };
  }
}

/** A folder for a data directory, gone with `remove`. */
export async function scratchFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'cudos-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
