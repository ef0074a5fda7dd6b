import type { MarkName } from '../../../../domain/course/judgement/marks.js';
import { infusionNumber, infusionSlot, type InfusionNumber } from '../../../../domain/course/record/slots.js';
import { entryOf, type Assessment, type Course, type Entry } from '../../../entries/entry';
import type { PendingWrite } from '../../../entries/outbox/pending-write';
import { slotKey, type SlotAddress } from '../../../entries/outbox/slot-address';

/** Which cell: the infusion of a course. */
export interface CellAddress {
  courseId: string;
  infusion: InfusionNumber;
}

/** One infusion of a course: what the service knows of it, and what a person typed that is not saved yet. */
export interface Cell {
  address: CellAddress;
  state: 'due' | 'scored' | 'missed' | 'unresolved';
  dueOn: string | null;
  /** The day of the next infusion that has one; an entry here can't be of a later day. */
  nextOn: string | null;
  recorded: Assessment | null;
  pending: PendingWrite | null;
  /** Was it saved while this page is open? */
  savedHere: boolean;
}

/** A row of the table. */
export interface Row {
  course: Course;
  /** With what was typed here: a course that has just been completed stays, marked. */
  status: Course['status'];
  /** With what was typed here. */
  marks: readonly MarkName[];
  cells: readonly Cell[];
}

/** The visit of a cell. */
export function slotOf({ courseId, infusion }: CellAddress): SlotAddress {
  return { courseId, slot: infusionSlot(infusion) };
}

/** The cell of a visit; null after the series, which the table does not show. */
export function cellAt({ courseId, slot }: SlotAddress): CellAddress | null {
  const infusion = infusionNumber(slot);
  return infusion === null ? null : { courseId, infusion };
}

/** The address as text, for maps; it names no patient. */
export function cellKey(address: CellAddress): string {
  return slotKey(slotOf(address));
}

/** What people call the cell: `A-1042, infusion 3`. */
export function cellName(course: Course, { infusion }: CellAddress): string {
  return `${course.chartNumber}, infusion ${infusion}`;
}

/** What the cell shows: what was typed last, else what is recorded. */
export function shownEntry({ pending, recorded }: Cell): Entry | null {
  const entry = pending ? (pending.next ?? pending.write).entry : entryOf(recorded);
  return entry?.state === 'entered-in-error' ? null : entry;
}
