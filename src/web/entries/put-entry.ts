import type { SlotName } from '../../domain/course/record/slots.js';
import { api, bodyOf, type Schemas } from '../api/client';
import { keepSaved } from '../api/kept-fetch';
import { patience } from '../api/patience';
import { ApiProblem, type Problem } from '../api/problem';
import type { Assessment, Entry } from './entry';

/** The service's answer to an entry: what is recorded now, and the safety notice that it opened. */
export type SavedEntry = Schemas['RecordedResponse'];

/** An entry to be saved. */
export interface EntryWrite {
  entry: Entry;
  /** Why it replaces what is recorded; ignored where nothing is. */
  amendmentReason: string | null;
  /** Why it is right although it is unusual; null where nobody was asked. */
  overrideReason: string | null;
}

/** Over a connection that carries nothing an entry is as good as not sent after so long: it waits, and is sent again. */
const PATIENCE = 30_000;

/**
 * Saves an entry over the version that the person saw, null for none. The same entry sent twice, because the first
 * answer was lost, is saved once.
 *
 * @throws ApiProblem where the service refuses it, asks to confirm it, or somebody else was first (`conflictOf`);
 * Unreachable where there was no answer.
 */
export async function putEntry(
  { courseId, slot }: { courseId: string; slot: SlotName },
  write: EntryWrite,
  seen: number | null,
): Promise<SavedEntry> {
  const ifMatch = ifMatchOf(seen);
  const header = ifMatch === null ? { 'If-None-Match': '*' } : { 'If-Match': ifMatch };
  const body = bodyOfEntry(write, seen);
  const recorded = await bodyOf(
    api.PUT('/v1/courses/{courseId}/assessments/{slot}', {
      params: { path: { courseId, slot }, header },
      body,
      signal: patience(PATIENCE),
    }),
  );
  keepSaved(courseId, recorded);
  return recorded;
}

/** An entry of a block, with the version that the person saw there; null for none. */
export interface SeenWrite {
  courseId: string;
  slot: SlotName;
  write: EntryWrite;
  seen: number | null;
}

/**
 * Saves entries of several visits in one request. @returns For each what `putEntry` answers, or what it throws.
 * @throws ApiProblem where the request is refused as a whole and nothing was saved, Unreachable where there was no answer.
 */
export async function putEntries(block: readonly SeenWrite[]): Promise<(SavedEntry | ApiProblem)[]> {
  const entries = block.map(({ courseId, slot, write, seen }) => ({
    courseId,
    slot,
    ifMatch: ifMatchOf(seen),
    ...bodyOfEntry(write, seen),
  }));
  const { items } = await bodyOf(api.PUT('/v1/assessments', { body: { entries }, signal: patience(PATIENCE) }));
  return items.map(({ recorded, problem, status }, at) => {
    if (recorded) keepSaved(block[at]?.courseId ?? '', recorded);
    return recorded ?? new ApiProblem(status, problem as Problem);
  });
}

function ifMatchOf(seen: number | null): string | null {
  return seen === null ? null : `"${seen}"`;
}

function bodyOfEntry({ entry, amendmentReason, overrideReason }: EntryWrite, seen: number | null) {
  // A form's total is computed from its answers.
  const total = entry.answers === null ? entry.total : null;
  return { ...entry, total, amendmentReason: seen === null ? null : amendmentReason, overrideReason };
}

/** What somebody else recorded first, null where they left nothing; undefined where the failure is no conflict. */
export function conflictOf(error: unknown): Assessment | null | undefined {
  if (!(error instanceof ApiProblem) || error.type !== 'stale-version') return undefined;
  return (error.problem.current ?? null) as Assessment | null;
}
