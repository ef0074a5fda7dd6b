import type { SlotName } from '../../domain/course/record/slots.js';
import { api, bodyOf, type Schemas } from '../api/client';
import { ApiProblem } from '../api/problem';
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

/**
 * Saves an entry over the version that the person saw, null for none. The same entry sent twice, because the first
 * answer was lost, is saved once.
 *
 * @throws ApiProblem where the service refuses it, asks to confirm it, or somebody else was first (`conflictOf`);
 * Unreachable where there was no answer.
 */
export function putEntry(
  { courseId, slot }: { courseId: string; slot: SlotName },
  { entry, amendmentReason, overrideReason }: EntryWrite,
  seen: number | null,
): Promise<SavedEntry> {
  const header = seen === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${seen}"` };
  // A form's total is computed from its answers.
  const total = entry.answers === null ? entry.total : null;
  const body = { ...entry, total, amendmentReason: seen === null ? null : amendmentReason, overrideReason };
  return bodyOf(
    api.PUT('/v1/courses/{courseId}/assessments/{slot}', { params: { path: { courseId, slot }, header }, body }),
  );
}

/** What somebody else recorded first, null where they left nothing; undefined where the failure is no conflict. */
export function conflictOf(error: unknown): Assessment | null | undefined {
  if (!(error instanceof ApiProblem) || error.type !== 'stale-version') return undefined;
  return (error.problem.current ?? null) as Assessment | null;
}
