import { ApiProblem, mayPass } from '../../api/problem';
import { putEntries, putEntry, type SavedEntry, type SeenWrite } from '../put-entry';

/** Sends writes, several in one request. @returns For each what is recorded now, or why it is not saved. */
export async function sendEntries(writes: readonly SeenWrite[]): Promise<(SavedEntry | Error)[]> {
  if (writes.length < 2) return Promise.all(writes.map(sendOne));
  try {
    return await putEntries(writes);
  } catch (error) {
    const failed = error as Error;
    if (!isOfTheBlock(failed)) return writes.map(() => failed);
    // The request is refused as a whole, so each write is told by itself what is wrong with it.
    const results = [];
    for (const write of writes) results.push(await sendOne(write));
    return results;
  }
}

async function sendOne({ courseId, slot, write, seen }: SeenWrite): Promise<SavedEntry | Error> {
  return putEntry({ courseId, slot }, write, seen).catch((error: unknown) => error as Error);
}

/** Would the writes, sent one by one, be answered otherwise? */
function isOfTheBlock(error: Error): boolean {
  return error instanceof ApiProblem && error.status !== 401 && !mayPass(error);
}
