/** Why the database can't be started: one clear sentence for the person at the terminal. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';
}

/** Another process holds the data directory. */
export class DataDirectoryInUse extends DatabaseStartError {}

const REASONS: Record<string, string> = {
  EACCES: 'this account may not read or write there',
  EPERM: 'this account may not read or write there',
  EROFS: 'it lies on a read-only file system',
  ENOTDIR: 'a part of the path is a file, not a directory',
  EEXIST: 'a part of the path is a file, not a directory',
  ENAMETOOLONG: 'its path is too long',
  ENOSPC: 'the disk is full',
};

/** The code of a file-system error, for example ENOENT; empty for anything else. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Turns a file-system error about the data directory into a sentence; leaves others as they are. */
export function asStartError(error: unknown, dataDir: string): unknown {
  const reason = REASONS[codeOf(error)];
  if (error instanceof DatabaseStartError || reason === undefined) return error;
  const path = (error as NodeJS.ErrnoException).path ?? dataDir;
  const where = path === dataDir ? '' : ` (at ${path})`;
  return new DatabaseStartError(`The data directory ${dataDir} can't be used: ${reason}${where}.`);
}
