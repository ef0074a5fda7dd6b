import { ApiProblem, mayPass, warningsOf } from '../../api/problem';
import { conflictOf } from '../put-entry';
import { entryOf, isSameEntry, type Assessment } from '../entry';
import { typedFault, type ScoreWrite } from './typed-score';

/** How far a write has come. What is not saved is kept on the device, and only `saving` and `kept` go on by themselves. */
export type Phase =
  | { kind: 'saving' }
  | { kind: 'kept'; message: string; retry: boolean }
  | { kind: 'refused'; message: string }
  | { kind: 'unusual'; message: string }
  | { kind: 'conflict'; message: string; theirs: Assessment | null };

/** What was typed into one cell and is not saved yet. At most one write of a cell is sent at a time. */
export interface PendingWrite {
  write: ScoreWrite;
  /** The version that it replaces; null for the first entry. */
  base: number | null;
  /** What was typed while the write was being sent. */
  next: ScoreWrite | null;
  phase: Phase;
}

export const SAVING: Phase = { kind: 'saving' };

/** What was kept by a page before, or by another tab. */
export function restored(kept: Omit<PendingWrite, 'phase'>): PendingWrite {
  const fault = typedFault(kept.write);
  const message = 'It is kept on this device and saved later.';
  return { ...kept, phase: fault ? { kind: 'refused', message: fault } : { kind: 'kept', message, retry: true } };
}

/** A person wrote into the cell: to be sent now, or after the write that is being sent. */
export function withWrite(pending: PendingWrite | null, write: ScoreWrite, base: number | null): PendingWrite {
  if (pending?.phase.kind === 'saving') return { ...pending, next: write };
  return { write, base, next: null, phase: SAVING };
}

/** The service has saved it: nothing is left, or what was typed meanwhile amends it. */
export function afterSaved(pending: PendingWrite, recorded: Assessment): PendingWrite | null {
  if (pending.next === null) return null;
  return { write: pending.next, base: recorded.version, next: null, phase: SAVING };
}

/** It is not saved. What was typed last is what is kept. */
export function afterFailure(pending: PendingWrite, error: unknown): PendingWrite {
  const phase = phaseAfter(error);
  return { ...pending, write: pending.next ?? pending.write, next: null, phase };
}

/** Is exactly this recorded already, by a first try whose answer was lost or by somebody else? */
export function isRecorded(pending: PendingWrite, current: Assessment | null): current is Assessment {
  return current !== null && isSameEntry(entryOf(current), pending.write.entry);
}

function phaseAfter(error: unknown): Phase {
  if (!(error instanceof ApiProblem)) {
    const message = 'The service can’t be reached. It is kept on this device and saved later.';
    return { kind: 'kept', message, retry: true };
  }
  if (error.status === 401) {
    const message = 'You were signed out. It is kept on this device and saved after you sign in.';
    return { kind: 'kept', message, retry: false };
  }
  if (error.status === 429 && error.retryAfter !== null) {
    const message = `The service takes no more at the moment. It is kept on this device and saved by itself in ${error.retryAfter} s.`;
    return { kind: 'kept', message, retry: true };
  }
  if (mayPass(error)) return { kind: 'kept', message: error.message, retry: true };
  const theirs = conflictOf(error);
  if (theirs !== undefined) return { kind: 'conflict', message: error.message, theirs };
  if (error.type === 'confirmation-needed') {
    return { kind: 'unusual', message: messagesOf(warningsOf(error)) };
  }
  return { kind: 'refused', message: messagesOf(error.problem.errors ?? []) || error.message };
}

function messagesOf(faults: readonly { message: string }[]): string {
  return faults.map(({ message }) => message).join(' ');
}
