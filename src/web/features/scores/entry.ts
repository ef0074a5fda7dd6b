import type { Schemas } from '../../api/client';
import { checkTotal } from '../../../domain/cudos/score.js';
import type { Cell, Recorded } from './cells';

/** What one cell is to say. */
export type Entry = Pick<Recorded, 'state' | 'total' | 'answers' | 'assessedOn' | 'missedReason' | 'note'>;

/** An entry on its way to the service: as it was typed, and why it replaces another or is right though unusual. */
export interface Write {
  entry: Entry;
  /** The characters of a typed score, kept also where they make no number. */
  typed: string | null;
  amendmentReason: string | null;
  overrideReason: string | null;
}

export type MissedReason = NonNullable<Recorded['missedReason']>;

const NOTHING = { total: null, answers: null, assessedOn: null, missedReason: null, note: null };

export const TAKEN_BACK: Entry = { state: 'entered-in-error', ...NOTHING };

/** A score as it was typed; a score before it keeps its note. */
export function scoreEntry(typed: string, assessedOn: string, before: Entry | null): Entry {
  const note = before?.state === 'scored' ? before.note : null;
  return { ...NOTHING, state: 'scored', total: numberIn(typed), assessedOn, note };
}

export function missedEntry(missedReason: MissedReason, note: string | null, assessedOn: string | null): Entry {
  return { ...NOTHING, state: 'missed', missedReason, note, assessedOn };
}

/** What is recorded, as it would be written again; null where there is nothing, or it was taken back. */
export function standing(recorded: Recorded | null): Entry | null {
  if (recorded === null || recorded.state === 'entered-in-error') return null;
  const { state, total, answers, assessedOn, missedReason, note } = recorded;
  return { state, total, answers, assessedOn, missedReason, note };
}

/** What the cell shows: what was typed last, else what is recorded. */
export function shownEntry({ pending, recorded }: Cell): Entry | null {
  const entry = pending ? (pending.next ?? pending.write).entry : standing(recorded);
  return entry?.state === 'entered-in-error' ? null : entry;
}

export function sameEntry(a: Entry | null, b: Entry | null): boolean {
  const text = (e: Entry | null) =>
    e && JSON.stringify([e.state, e.total, e.answers, e.assessedOn, e.missedReason, e.note]);
  return text(a) === text(b);
}

/** Why what was typed can be no total; null where it can be, and where it is no typed score. */
export function typedFault({ entry, typed }: Write): string | null {
  if (entry.state !== 'scored' || entry.answers !== null) return null;
  if (entry.total === null) return `“${typed}” is not a number. ${checkTotal(typed)[0]?.message}`;
  return checkTotal(entry.total)[0]?.message ?? null;
}

/** The body of a `PUT`; a form's total is computed from its answers. */
export function requestOf(write: Write, amends: boolean): Schemas['AssessmentRequest'] {
  const { entry, amendmentReason, overrideReason } = write;
  const total = entry.answers === null ? entry.total : null;
  return {
    ...entry,
    total,
    amendmentReason: amends ? amendmentReason : null,
    overrideReason,
  };
}

/** The number that was typed, whole or not; null where it is none. */
function numberIn(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}
