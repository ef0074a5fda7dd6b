/** Why a backup can't be made or brought back; the message is one clear sentence. */
export class BackupFault extends Error {}

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'it lies on a read-only file system',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'another backup is being made there',
  ENOTEMPTY: 'a backup of this very second is there',
};

/** Why can't something be written? @returns The end of a sentence; null for another kind of error. */
export function whyNotWritten(error: unknown): string | null {
  return REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? null;
}
