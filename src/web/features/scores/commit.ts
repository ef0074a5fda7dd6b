import type { Cell } from './cells';
import type { Question } from './desk';
import { sameEntry, scoreEntry, shownEntry, standing, TAKEN_BACK, typedFault, type Entry, type Write } from './entry';
import type { Move } from './moves';

/** What follows from what a person typed or chose: nothing, a write, or a question first. */
export type Outcome = { is: 'nothing' } | { is: 'write'; write: Write } | { is: 'ask'; question: Question };

const AGAIN = 'Recorded again after it was taken back';

/** What follows when the typed text is committed; an emptied cell takes back what is recorded. */
export function outcomeOfTyping(cell: Cell, text: string, date: string, then: Move | null): Outcome {
  const typed = text.trim();
  if (typed === '') return outcomeOf(cell, TAKEN_BACK, null, then);
  return outcomeOf(cell, scoreEntry(typed, date, shownEntry(cell)), typed, then);
}

/** What follows when the cell is to say this: an entry that stands is only amended with a reason. */
export function outcomeOf(cell: Cell, entry: Entry, typed: string | null, then: Move | null): Outcome {
  const before = standing(cell.recorded);
  const write: Write = { entry, typed, amendmentReason: null, overrideReason: null };
  if (changesNothing(cell, entry)) return { is: 'nothing' };
  if (typedFault(write) !== null) return { is: 'write', write };
  if (before !== null || cell.pending?.phase.is === 'saving') {
    return { is: 'ask', question: { asks: 'reason', entry, typed, then } };
  }
  return { is: 'write', write: cell.recorded ? { ...write, amendmentReason: AGAIN } : write };
}

/** The same total typed over a form keeps the form's answers. */
function changesNothing(cell: Cell, entry: Entry): boolean {
  const phase = cell.pending?.phase.is;
  const comes = phase === 'saving' || phase === 'kept';
  const shown = comes ? shownEntry(cell) : standing(cell.recorded);
  if (entry.state === 'entered-in-error') return shown === null;
  const kept = shown && entry.answers === null ? { ...shown, answers: null } : shown;
  return sameEntry(kept, entry);
}
