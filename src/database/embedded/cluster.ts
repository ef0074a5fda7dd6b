import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLines } from './processes.js';
import { codeOf } from './start-error.js';
import { SUPERVISOR } from './supervisor.js';

/** Where the cluster lies inside the data directory. */
export function clusterPath(dataDir: string): string {
  return join(dataDir, 'postgres');
}

/**
 * The name that marks the processes of one cluster among everybody else's. PostgreSQL shows it in each
 * command line, which any account may read; and a copied directory is another inode, so another name.
 */
export async function clusterName(cluster: string): Promise<string> {
  const { dev, ino } = await stat(cluster, { bigint: true });
  return `cudos(${dev}.${ino})`;
}

/** The processes of PostgreSQL that run on this cluster: the postmaster and its children. */
export async function serverProcesses(cluster: string): Promise<number[]> {
  const name = await clusterName(cluster);
  return (await commandLines())
    .filter(({ command }) => isServer(command) && command.includes(name))
    .map(({ pid }) => pid);
}

function isServer(command: string): boolean {
  return /(^|\/)postgres(:| )/.test(command) && !command.includes(SUPERVISOR);
}

/** What a running (or killed) PostgreSQL has written about itself. */
export interface PostmasterFile {
  pid: number;
  socketDirectory: string;
  ready: boolean;
}

/** Reads postmaster.pid; null when there is none, which is so after a clean stop. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | null> {
  try {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    return {
      // Negative for a single-user server.
      pid: Math.abs(Number(lines[0])),
      socketDirectory: lines[4]?.trim() ?? '',
      ready: lines[7]?.trim() === 'ready',
    };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
