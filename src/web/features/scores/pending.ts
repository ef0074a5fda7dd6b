import { ApiProblem, mayPass } from '../../api/problem';
import type { Recorded } from './cells';
import { sameEntry, standing, type Write } from './entry';

/** How far a write has come. Whatever is not saved is kept. */
export type Phase =
  | { is: 'saving' }
  | { is: 'kept'; message: string; again: boolean }
  | { is: 'refused'; message: string }
  | { is: 'unusual'; message: string }
  | { is: 'conflict'; message: string };

/** What was typed into one cell and is not saved yet. At most one write a cell is under way. */
export interface Pending {
  write: Write;
  /** The version that it replaces; null for the first entry. */
  base: number | null;
  /** What was typed while the write was under way. */
  next: Write | null;
  phase: Phase;
}

export const SAVING: Phase = { is: 'saving' };

/** A person wrote into the cell: now, or after the write that is under way. */
export function withWrite(pending: Pending | null, write: Write, base: number | null): Pending {
  if (pending?.phase.is === 'saving') return { ...pending, next: write };
  return { write, base, next: null, phase: SAVING };
}

/** The service has taken it: nothing is left, or what was typed meanwhile amends it. */
export function afterSaved(pending: Pending, recorded: Recorded): Pending | null {
  if (pending.next === null) return null;
  return { write: pending.next, base: recorded.version, next: null, phase: SAVING };
}

/** It is not saved. What was typed last is what is kept. */
export function afterFailure(pending: Pending, error: unknown): Pending {
  const phase = phaseAfter(error);
  return { ...pending, write: pending.next ?? pending.write, next: null, phase };
}

/** What another person recorded first; undefined where the failure is no conflict. */
export function currentOf(error: unknown): Recorded | null | undefined {
  if (!(error instanceof ApiProblem) || error.type !== 'stale-version') return undefined;
  return (error.problem.current ?? null) as Recorded | null;
}

/** Does it say already what was to be written? */
export function isThere(pending: Pending, current: Recorded | null): boolean {
  return current !== null && sameEntry(standing(current), pending.write.entry);
}

/** How many seconds the service asks to wait before the next try; null where it does not say. */
export function waitOf(error: unknown): number | null {
  return error instanceof ApiProblem ? error.retryAfter : null;
}

function phaseAfter(error: unknown): Phase {
  if (!(error instanceof ApiProblem)) {
    const message = 'The service can’t be reached. It is kept on this device and saved later.';
    return { is: 'kept', message, again: true };
  }
  if (error.status === 401) {
    const message = 'You were signed out. It is kept on this device and saved after you sign in.';
    return { is: 'kept', message, again: false };
  }
  if (error.status === 429 && error.retryAfter !== null) {
    const message = `The service takes no more at the moment. It is kept on this device and saved by itself in ${error.retryAfter} s.`;
    return { is: 'kept', message, again: true };
  }
  if (mayPass(error)) return { is: 'kept', message: error.message, again: true };
  if (error.type === 'stale-version') return { is: 'conflict', message: error.message };
  if (error.type === 'confirmation-needed') {
    const warnings = error.problem.warnings?.map(({ message }) => message) ?? [];
    return { is: 'unusual', message: warnings.join(' ') };
  }
  const faults = error.problem.errors?.map(({ message }) => message) ?? [];
  return { is: 'refused', message: faults.length > 0 ? faults.join(' ') : error.message };
}
