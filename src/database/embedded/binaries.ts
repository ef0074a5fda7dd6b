import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { canEnter, type Account } from './account.js';
import { findPackage, unsupported, type PlatformPackage } from './platform-package.js';
import { DatabaseStartError, codeOf } from './start-error.js';

const run = promisify(execFile);

/** Only root writes here, so the account that PostgreSQL drops to can't change what root runs. */
const SYSTEM_FOLDER = '/var/cache/cudos-outcomes';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** For example 18.4. */
  version: string;
  /** For example 18: a cluster belongs to one major version. */
  major: string;
}

/** PostgreSQL's programs, complete and in a place where the account can run them. */
export async function prepareBinaries(
  account: Account | null,
  dataDir: string,
  { systemFolder = SYSTEM_FOLDER, found = null as PlatformPackage | null } = {},
): Promise<Binaries> {
  found ??= await findPackage();
  const copy = join(account ? systemFolder : dataDir, `postgresql-${found.version}`);
  const native = (await usableInPlace(found, account)) ? found.native : await copied(found, copy);
  return programs(native);
}

async function usableInPlace(found: PlatformPackage, account: Account | null): Promise<boolean> {
  if (!(await canEnter(join(found.native, 'bin', 'postgres'), account))) return false;
  try {
    await linkLibraries(found.native);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return false;
    throw error;
  }
}

/** npm packages can't hold links; the package lists them, and its install script may not have run. */
export async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(dirname(native), target)).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  }
}

async function copied(found: PlatformPackage, copy: string): Promise<string> {
  const native = join(copy, 'native');
  if (await exists(native)) return native;
  const half = `${copy}.half-${process.pid}`;
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await rm(half, { recursive: true, force: true });
  await cp(found.native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(join(half, 'native'));
  await openToAll(half);
  await rename(half, copy).catch(async (error: unknown) => {
    await rm(half, { recursive: true, force: true });
    // Another start was faster, and its copy is as good.
    if (!['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))) throw error;
  });
  return native;
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o111 ? 0o755 : 0o644);
  }
}

async function programs(native: string): Promise<Binaries> {
  const postgres = join(native, 'bin', 'postgres');
  const { stdout } = await run(postgres, ['--version']).catch((error: unknown) => {
    // The file is there, so what is not found is the C library's loader: Alpine has another one.
    if (codeOf(error) === 'ENOENT') throw unsupported(`${process.platform} without glibc`);
    const first = String((error as Error).message).split('\n')[1] ?? codeOf(error);
    throw new DatabaseStartError(`The embedded PostgreSQL can't be run: ${first}.`);
  });
  const version = /(\d+)\.(\d+)/.exec(stdout) ?? ['', '', ''];
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres,
    version: version[0],
    major: version[1] ?? '',
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
