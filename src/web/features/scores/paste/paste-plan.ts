import { checkDates } from '../../../../domain/course/rules/date-rules.js';
import { softWarnings } from '../../../../domain/course/rules/warnings.js';
import { infusionSlot, type SlotName } from '../../../../domain/course/record/slots.js';
import { slotStates } from '../../../../domain/course/judgement/slot-states.js';
import { courseRecordOf } from '../../../entries/course-record';
import type { Entry } from '../../../entries/entry';
import { dateOf, type Dates } from '../grid/cell-date';
import { commitOfText, type Commit } from '../grid/commit';
import type { Position } from '../grid/moves';
import type { Cell, Row } from '../store/cells';
import { INFUSION_SLOTS } from '../store/rows';
import type { ScoreStore } from '../store/score-store';
import { typedFault, type ScoreWrite } from '../../../entries/outbox/typed-score';

/** What would become of one pasted value. */
type Verdict = 'new' | 'same' | 'amends' | 'unusual' | 'refused' | 'beyond' | 'empty';

export interface PastedCell {
  text: string;
  verdict: Verdict;
  /** Why it is refused, or what is unusual; empty otherwise. */
  message: string;
  cell: Cell | null;
  write: ScoreWrite | null;
}

export interface PastedRow {
  row: Row | null;
  /** The infusion of each pasted column; null right of the table. */
  cells: PastedCell[];
}

/** A block as it would be saved from this position on, each value checked with those before it in its row. */
export function planOf(
  block: readonly string[][],
  position: Position,
  rowAt: (index: number) => Row | null,
  dates: Dates,
): PastedRow[] {
  return block.map((texts, down) => {
    const row = rowAt(position.row + down);
    const landed = new Map<SlotName, Entry>();
    const cells = texts.map((text, right) => {
      const cell = row?.cells[position.column - 1 + right] ?? null;
      if (row === null || cell === null) return beyond(text, row === null);
      const pasted = checked(row, cell, text, landed, dates);
      if (pasted.write) landed.set(infusionSlot(cell.address.infusion), pasted.write.entry);
      return pasted;
    });
    return { row, cells };
  });
}

function beyond(text: string, below: boolean): PastedCell {
  const message = below ? 'There is no row for it.' : 'There is no infusion for it.';
  const verdict = text === '' ? 'empty' : 'beyond';
  return { text, verdict, message: text === '' ? '' : message, cell: null, write: null };
}

function checked(row: Row, cell: Cell, text: string, landed: ReadonlyMap<SlotName, Entry>, dates: Dates): PastedCell {
  const known = { text, cell, write: null, message: '' };
  if (text === '') return { ...known, verdict: 'empty' };
  const { infusion } = cell.address;
  const slot = infusionSlot(infusion);
  const before = courseRecordOf(row.course, INFUSION_SLOTS, (other) => landed.get(other));
  const dueOn = slotStates(before, dates.today, dates.clinicDays)[infusion - 1]?.dueOn ?? null;
  const date = dateOf({ ...cell, dueOn }, null, dates);
  const commit = commitOfText(cell, text, date, null);
  if (commit.kind === 'nothing') return { ...known, verdict: 'same' };
  const write = writeOf(commit);
  if (write === null) return { ...known, verdict: 'refused' };
  const after = courseRecordOf(row.course, INFUSION_SLOTS, (other) =>
    other === slot ? write.entry : landed.get(other),
  );
  const fault = typedFault(write) ?? checkDates(after, dates.today)[0]?.message;
  if (fault) return { ...known, verdict: 'refused', message: fault };
  const warnings = softWarnings(after, slot).map(({ message }) => message);
  if (warnings.length > 0) {
    return { ...known, write, verdict: 'unusual', message: warnings.join(' ') };
  }
  return { ...known, write, verdict: commit.kind === 'ask' ? 'amends' : 'new' };
}

function writeOf(commit: Commit): ScoreWrite | null {
  if (commit.kind === 'write') return commit.write;
  if (commit.kind !== 'ask' || commit.question.kind !== 'amendment') return null;
  const { entry, typed } = commit.question;
  return { entry, typed, amendmentReason: null, overrideReason: null };
}

/** The values that can be written; unusual ones come back with a question each. */
export function writable(plan: readonly PastedRow[]): PastedCell[] {
  return plan.flatMap(({ cells }) => cells.filter(({ write }) => write !== null));
}

/** Does it replace what is recorded, so that a reason is needed? */
export function needsReason({ cell, write }: PastedCell): boolean {
  return write !== null && write.amendmentReason === null && (cell?.recorded ?? null) !== null;
}

/** Writes what was pasted, with one reason for all that replaces something. */
export function writePasted(store: ScoreStore, pasted: readonly PastedCell[], amendmentReason: string): void {
  for (const one of pasted) {
    if (one.cell === null || one.write === null) continue;
    store.write(one.cell.address, needsReason(one) ? { ...one.write, amendmentReason } : one.write);
  }
}
