import { readTable } from './read-table.js';
import type { TableFacts, TableJob } from './table-facts.js';
import { UnreadableFile } from './unreadable-file.js';

/** What comes of a job: an error that leaves a thread loses all but its words. */
export type TableAnswer = { facts: TableFacts } | { unreadable: string; kind: UnreadableFile['kind'] };

export default async function readOnThread(job: TableJob): Promise<TableAnswer> {
  try {
    return { facts: await readTable(job) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message, kind: error.kind };
    throw error;
  }
}
