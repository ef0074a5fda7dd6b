import { constants } from 'node:fs';
import { copyFile, open, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';

const LONGEST_BYTES = 2 * 1024 * 1024;
const HOUR_IN_MS = 60 * 60 * 1000;

/** PostgreSQL's own log: it holds no statements and no values, and does not grow for ever. */
export interface LogFile {
  path: string;
  descriptor: number;
  /** The last complaint written since this log was opened; null when there was none. */
  lastComplaint(): Promise<string | null>;
  close(): Promise<void>;
}

export async function openLog(dataDir: string): Promise<LogFile> {
  const path = join(dataDir, 'postgres.log');
  // Appending, so that what PostgreSQL writes after a truncation goes to the new end.
  const flags = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_NOFOLLOW;
  const file = await open(path, flags, 0o600);
  await keepShort(path);
  const from = (await stat(path)).size;
  const timer = setInterval(() => void keepShort(path).catch(() => undefined), HOUR_IN_MS).unref();
  return {
    path,
    descriptor: file.fd,
    lastComplaint: async () => complaintIn((await readFile(path)).subarray(from).toString()),
    close: async () => {
      clearInterval(timer);
      await file.close();
    },
  };
}

/** Puts a long log aside, in place of the one put aside before. */
export async function keepShort(path: string, longestBytes: number = LONGEST_BYTES): Promise<void> {
  if ((await stat(path)).size <= longestBytes) return;
  await copyFile(path, `${path}.1`);
  await truncate(path);
}

const COMPLAINT = /^(?:.*?\b(?:FATAL|PANIC|ERROR|error):|(?:initdb|postgres): )\s*(.*)$/;

/** What PostgreSQL answers to one who knocks while it starts, recovers or ends: said to us, and no reason of its own. */
const TURNED_AWAY = /^the database system is /;

/** What the last line of a log that complains says went wrong. */
export function complaintIn(text: string): string | null {
  const complaints = text.split('\n').map((line) => COMPLAINT.exec(line)?.[1]);
  return complaints.filter((said) => said !== undefined && !TURNED_AWAY.test(said)).at(-1) ?? null;
}
