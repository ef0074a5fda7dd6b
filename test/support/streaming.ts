import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Two PostgreSQL servers of Debian's package, of which one follows the other. */
export interface Streaming {
  primaryUrl: string;
  replicaUrl: string;
  /** The replica is gone, as after a crash. */
  loseReplica(): Promise<void>;
  stop(): Promise<void>;
}

const PACKAGES = '/usr/lib/postgresql';
const [PRIMARY, REPLICA] = [5433, 5434];
const FAST = '-c fsync=off -c shared_buffers=16MB -c max_connections=40';
const run = promisify(execFile);

/** Starts them on sockets in a folder of their own. */
export async function startStreaming(): Promise<Streaming> {
  const bin = binaries();
  const folder = mkdtempSync(join(tmpdir(), 'cudos-streaming-'));
  // PostgreSQL refuses to run as root.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) execFileSync('chown', ['postgres', folder]);
  const command = (name: string, words: string[]): [string, string[]] =>
    asRoot ? ['runuser', ['-u', 'postgres', '--', join(bin, name), ...words]] : [join(bin, name), words];
  const tool = (name: string, ...words: string[]) => run(...command(name, words), { cwd: folder });
  const data = (which: number) => join(folder, String(which));
  const start = (which: number) =>
    tool(
      'pg_ctl',
      '-D',
      data(which),
      '-w',
      '-l',
      join(folder, `${which}.log`),
      '-o',
      optionsOf(which, folder),
      'start',
    );
  const stopNow = (which: number) => command('pg_ctl', ['-D', data(which), '-m', 'immediate', 'stop']);
  const leave = () => {
    for (const which of [REPLICA, PRIMARY]) {
      try {
        execFileSync(...stopNow(which), { stdio: 'ignore', cwd: folder });
      } catch {
        // It was stopped before.
      }
    }
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', leave);
  await tool('initdb', '-D', data(PRIMARY), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  await start(PRIMARY);
  const from = ['-h', folder, '-p', String(PRIMARY), '-U', 'postgres'];
  await tool('pg_basebackup', ...from, '-D', data(REPLICA), '-R', '-X', 'stream', '-c', 'fast', '--no-sync');
  await start(REPLICA);
  const urlOf = (which: number) => `postgres://postgres@/postgres?host=${folder}&port=${which}`;
  return {
    primaryUrl: urlOf(PRIMARY),
    replicaUrl: urlOf(REPLICA),
    loseReplica: async () => {
      await run(...stopNow(REPLICA), { cwd: folder });
    },
    stop: () => {
      process.off('exit', leave);
      leave();
      return Promise.resolve();
    },
  };
}

function binaries(): string {
  const versions = existsSync(PACKAGES) ? readdirSync(PACKAGES) : [];
  const found = ['15', ...versions].map((version) => join(PACKAGES, version, 'bin'));
  const bin = found.find((path) => existsSync(join(path, 'pg_basebackup')));
  if (bin === undefined) throw new Error('PostgreSQL is not installed; on Debian: apt-get install postgresql-15');
  return bin;
}

function optionsOf(port: number, folder: string): string {
  return `-c listen_addresses='' -c unix_socket_directories=${folder} -c port=${port} ${FAST}`;
}
