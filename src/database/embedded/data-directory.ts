import { access, chmod, constants, readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.js';
import { canEnter, type Account } from './account.js';
import type { Binaries } from './binaries.js';
import { clusterPath } from './cluster.js';
import { DatabaseStartError, codeOf } from './start-error.js';

/** Makes the data directory where it is missing, and gives its real path; refuses one it can't write to. */
export async function openDataDirectory(path: string): Promise<string> {
  // Root's postgres passes through to its own folder in it, and can list nothing else.
  await makeFolder(path, process.getuid?.() === 0 ? 0o711 : 0o700);
  const dataDir = await realpath(path);
  await readdir(dataDir);
  await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  return dataDir;
}

/** Whether there is a cluster to start; refuses one that this PostgreSQL can't open. */
export async function hasCluster(dataDir: string, binaries: Binaries): Promise<boolean> {
  const cluster = clusterPath(dataDir);
  const major = await readMajor(cluster);
  if (major === null) {
    if ((await entriesOf(cluster)).length === 0) return false;
    throw new DatabaseStartError(
      `${cluster} is not a PostgreSQL data directory (it has no PG_VERSION): move it away, or set DATA_DIR to another directory.`,
    );
  }
  if (major !== binaries.major) {
    throw new DatabaseStartError(
      `The data directory ${dataDir} was written by PostgreSQL ${major} and this service brings PostgreSQL ${binaries.major}, which can't open it: export with the release that wrote it, then import here.`,
    );
  }
  return true;
}

async function readMajor(cluster: string): Promise<string | null> {
  try {
    return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function entriesOf(path: string): Promise<string[]> {
  return readdir(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
}

/** PostgreSQL starts only on files of its own account, closed to everybody else. */
export async function checkOwner(cluster: string, account: Account | null): Promise<void> {
  const { uid, mode } = await stat(cluster);
  const wanted = account?.uid ?? process.getuid?.() ?? uid;
  if (uid !== wanted) {
    const name = account?.name ?? `the account with number ${wanted}`;
    throw new DatabaseStartError(
      `${cluster} belongs to the account with number ${uid}, but PostgreSQL runs as ${name}: start the service as before, or run chown -R ${account?.name ?? wanted} ${cluster}`,
    );
  }
  if ((mode & 0o077) !== 0) await chmod(cluster, 0o700);
}

/**
 * The path by which PostgreSQL reaches its directory. Below a folder that its account can't enter (a project in
 * /root) that is the working directory it is started in, which needs no way through the folders above.
 */
export async function pathForServer(directory: string, account: Account | null): Promise<string> {
  if (await canEnter(directory, account)) return directory;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new DatabaseStartError(
    `PostgreSQL runs as ${account?.name}, which can't enter ${directory}: set DATA_DIR to a directory that it can reach.`,
  );
}
