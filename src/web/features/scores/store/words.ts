import { MISSED_REASONS } from '../../../../domain/course/record/stop-reasons.js';
import { checkTotal } from '../../../../domain/cudos/score.js';
import { severityOf } from '../../../../domain/cudos/severity.js';
import type { Assessment, Course, Entry } from '../../../entries/entry';
import { cellName, shownEntry, type Cell } from './cells';
import { dateInWords } from '../../../../domain/calendar/date-words';

/** What a cell shows: the large line, and the small one under it. */
interface Shown {
  value: string;
  detail: string;
  /** The state in one word, for its look. */
  look: 'due' | 'unresolved' | 'scored' | 'missed' | 'form';
}

/** The value of the cell, for its field: what was typed, or the total. */
export function valueOf(cell: Cell): string {
  const write = cell.pending && (cell.pending.next ?? cell.pending.write);
  if (write?.typed) return write.typed;
  const entry = shownEntry(cell);
  return entry?.state === 'scored' && entry.total !== null ? String(entry.total) : '';
}

export function shownIn(cell: Cell, today: string): Shown {
  const entry = shownEntry(cell);
  const value = valueOf(cell);
  if (entry?.state === 'missed') {
    return { value: 'missed', detail: reasonOf(entry), look: 'missed' };
  }
  if (entry?.state === 'scored' && entry.answers !== null && entry.total === null) {
    return { value: 'form', detail: 'no total yet', look: 'form' };
  }
  if (value !== '') return { value, detail: bandOf(entry), look: 'scored' };
  if (cell.state === 'unresolved') {
    return { value: '?', detail: `unresolved, ${dayOf(cell.dueOn)}`, look: 'unresolved' };
  }
  const due = cell.dueOn === today ? 'today' : dayOf(cell.dueOn);
  return { value: '', detail: `due ${due}`, look: 'due' };
}

/** How far the saving of the cell has come; empty where nothing was typed. */
export function savingWords({ pending, savedHere }: Cell): string {
  switch (pending?.phase.kind) {
    case 'saving':
      return 'saving …';
    case 'kept':
      return 'kept, not saved';
    case 'refused':
      return 'refused, kept';
    case 'unusual':
      return 'unusual, look again';
    case 'conflict':
      return 'two values';
    case undefined:
      return savedHere ? 'saved' : '';
  }
}

/** The cell and what it says, for people who do not see it. */
export function labelOf(course: Course, cell: Cell, today: string): string {
  const { value, detail, look } = shownIn(cell, today);
  const text = look === 'scored' || look === 'missed' || look === 'form' ? value : '';
  return [cellName(course, cell.address), text, detail, savingWords(cell)].filter((part) => part !== '').join(', ');
}

/** An entry in a few words: `35`, `missed: Ill on the day`, `taken back`. */
export function entryWords(entry: Entry | null): string {
  if (entry === null || entry.state === 'entered-in-error') return 'nothing';
  if (entry.state === 'missed') return `missed: ${reasonOf(entry)}`;
  return entry.total === null ? 'a form without a total' : String(entry.total);
}

export function savedWords(recorded: Assessment, name: string): string {
  if (recorded.state === 'entered-in-error') return `Taken back: ${name} is empty again`;
  return `${entryWords(recorded)} saved for ${name}`;
}

/** The label of the severity band; empty for what is no total. */
export function bandOf(entry: Entry | null): string {
  const total = entry?.total ?? null;
  return checkTotal(total).length > 0 || total === null ? '' : severityOf(total).label;
}

function reasonOf({ missedReason }: Entry): string {
  return missedReason === null ? '' : MISSED_REASONS[missedReason];
}

function dayOf(date: string | null): string {
  if (date === null) return 'no planned day';
  return dateInWords(date).replace(/ \d+$/, '');
}

/** An entry with its day: `35 on 4 Mar 2026`. */
export function withDay(entry: Entry | null): string {
  const day = entry?.assessedOn;
  return day ? `${entryWords(entry)} on ${dateInWords(day)}` : entryWords(entry);
}
