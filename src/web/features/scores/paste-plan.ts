import { checkDates } from '../../../domain/course/rules/date-rules.js';
import { softWarnings } from '../../../domain/course/rules/warnings.js';
import { infusionSlot, type InfusionNumber } from '../../../domain/course/record/slots.js';
import { slotStates } from '../../../domain/course/judgement/slot-states.js';
import { dateOf, type Dates } from './cell-date';
import type { Cell, Row } from './cells';
import { outcomeOfTyping } from './commit';
import { typedFault, type Entry, type Write } from './entry';
import type { Spot } from './moves';
import { recordWith } from './rows';

/** What would become of one pasted value. */
export type Verdict = 'new' | 'same' | 'amends' | 'unusual' | 'refused' | 'beyond' | 'empty';

export interface PastedCell {
  text: string;
  verdict: Verdict;
  /** Why it is refused, or what is unusual; empty otherwise. */
  message: string;
  cell: Cell | null;
  write: Write | null;
}

export interface PastedRow {
  row: Row | null;
  /** The infusion of each pasted column; null right of the table. */
  cells: PastedCell[];
}

/** A block as it would land from a spot on, each value checked with those before it in its row. */
export function planOf(
  block: readonly string[][],
  spot: Spot,
  rowAt: (index: number) => Row | null,
  dates: Dates,
): PastedRow[] {
  return block.map((texts, down) => {
    const row = rowAt(spot.row + down);
    const landed = new Map<InfusionNumber, Entry>();
    const cells = texts.map((text, right) => {
      const cell = row?.cells[spot.column - 1 + right] ?? null;
      if (row === null || cell === null) return beyond(text, row === null);
      const pasted = checked(row, cell, text, landed, dates);
      if (pasted.write) landed.set(cell.place.infusion, pasted.write.entry);
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

function checked(
  row: Row,
  cell: Cell,
  text: string,
  landed: ReadonlyMap<InfusionNumber, Entry>,
  dates: Dates,
): PastedCell {
  const known = { text, cell, write: null, message: '' };
  if (text === '') return { ...known, verdict: 'empty' };
  const { infusion } = cell.place;
  const at = recordWith(row.course, (other) => landed.get(other));
  const dueOn = slotStates(at, dates.today)[infusion - 1]?.dueOn ?? null;
  const date = dateOf({ ...cell, dueOn }, null, dates);
  const outcome = outcomeOfTyping(cell, text, date, null);
  if (outcome.is === 'nothing') return { ...known, verdict: 'same' };
  const write = writeOf(outcome);
  const fault = write && (typedFault(write) ?? dateFault(row, infusion, write.entry, landed, dates));
  if (write === null || fault) return { ...known, verdict: 'refused', message: fault ?? '' };
  const record = recordWith(row.course, (other) => (other === infusion ? write.entry : landed.get(other)));
  const warnings = softWarnings(record, infusionSlot(infusion)).map(({ message }) => message);
  if (warnings.length > 0) {
    return { ...known, write, verdict: 'unusual', message: warnings.join(' ') };
  }
  return { ...known, write, verdict: outcome.is === 'ask' ? 'amends' : 'new' };
}

function writeOf(outcome: ReturnType<typeof outcomeOfTyping>): Write | null {
  if (outcome.is === 'write') return outcome.write;
  if (outcome.is !== 'ask' || outcome.question.asks !== 'reason') return null;
  const { entry, typed } = outcome.question;
  return { entry, typed, amendmentReason: null, overrideReason: null };
}

function dateFault(
  row: Row,
  infusion: InfusionNumber,
  entry: Entry,
  landed: ReadonlyMap<InfusionNumber, Entry>,
  { today }: Dates,
): string | null {
  const record = recordWith(row.course, (other) => (other === infusion ? entry : landed.get(other)));
  return checkDates(record, today)[0]?.message ?? null;
}

/** The values that can be written; unusual ones come back with a question each. */
export function writable(plan: readonly PastedRow[]): PastedCell[] {
  return plan.flatMap(({ cells }) => cells.filter(({ write }) => write !== null));
}

/** Does it replace what is recorded, so that a reason is needed? */
export function needsReason({ cell, write }: PastedCell): boolean {
  return write !== null && write.amendmentReason === null && (cell?.recorded ?? null) !== null;
}
