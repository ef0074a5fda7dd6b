import { checkTotal } from '../../../domain/cudos/score.js';
import { totalEntry, type Entry } from '../entry';
import type { EntryWrite } from '../put-entry';

/** A write of one cell. */
export interface ScoreWrite extends EntryWrite {
  /** The characters of a typed score, kept also where they make no number; null for what was chosen. */
  typed: string | null;
}

/** A score as it was typed; a score that replaces another keeps its note. */
export function typedScore(typed: string, assessedOn: string, before: Entry | null): Entry {
  const note = before?.state === 'scored' ? before.note : null;
  return totalEntry(numberIn(typed), { assessedOn, note });
}

/** Why what was typed can be no total; null where it can be, and where nothing was typed. */
export function typedFault({ entry, typed }: ScoreWrite): string | null {
  if (entry.state !== 'scored' || entry.answers !== null) return null;
  if (entry.total === null) return `“${typed}” is not a number. ${checkTotal(typed)[0]?.message}`;
  return checkTotal(entry.total)[0]?.message ?? null;
}

/** The number that was typed, whole or not; null where it is none. */
function numberIn(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
