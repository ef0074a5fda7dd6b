import { RECORDED_AGAIN } from '../../../entries/override-reasons';
import { entryOf, isSameEntry, TAKEN_BACK, type Entry } from '../../../entries/entry';
import { shownEntry, type Cell } from '../store/cells';
import { typedFault, typedScore, type ScoreWrite } from '../../../entries/outbox/typed-score';
import type { Question } from './grid-state';
import type { Next } from './moves';

/** What follows when something typed or chosen is committed: nothing, a write, or a question first. */
export type Commit = { kind: 'nothing' } | { kind: 'write'; write: ScoreWrite } | { kind: 'ask'; question: Question };

/** What follows when the typed text is committed; an emptied cell takes back what is recorded. */
export function commitOfText(cell: Cell, text: string, date: string, next: Next | null): Commit {
  const typed = text.trim();
  if (typed === '') return commitOfEntry(cell, TAKEN_BACK, null, next);
  return commitOfEntry(cell, typedScore(typed, date, shownEntry(cell)), typed, next);
}

/** What follows when the cell is to say this: a recorded entry is only amended with a reason. */
export function commitOfEntry(cell: Cell, entry: Entry, typed: string | null, next: Next | null): Commit {
  const write: ScoreWrite = { entry, typed, amendmentReason: null, overrideReason: null };
  if (changesNothing(cell, entry)) return { kind: 'nothing' };
  if (typedFault(write) !== null) return { kind: 'write', write };
  if (entryOf(cell.recorded) !== null || cell.pending?.phase.kind === 'saving') {
    return { kind: 'ask', question: { kind: 'amendment', entry, typed, next } };
  }
  return { kind: 'write', write: cell.recorded ? { ...write, amendmentReason: RECORDED_AGAIN } : write };
}

/** The same total typed over a form keeps the form's answers. */
function changesNothing(cell: Cell, entry: Entry): boolean {
  const phase = cell.pending?.phase.kind;
  const isBeingSaved = phase === 'saving' || phase === 'kept';
  const shown = isBeingSaved ? shownEntry(cell) : entryOf(cell.recorded);
  if (entry.state === 'entered-in-error') return shown === null;
  const compared = shown && entry.answers === null ? { ...shown, answers: null } : shown;
  return isSameEntry(compared, entry);
}
