import { flushSync } from 'react-dom';
import { infusionSlot } from '../../../domain/course/record/slots.js';
import { keyOf, nameOf, type Cell, type Row } from './cells';
import { shownEntry, TAKEN_BACK } from './entry';
import { commandOf, type Command, type Key } from './keys';
import { moved, type Move } from './moves';
import type { ScoreBook } from './score-book';
import type { At } from './use-desk';
import { valueOf } from './words';

/** What the grid asks of the page around it. */
export interface Around {
  find: () => void;
  leave: () => void;
  help: () => void;
  toggleDates: () => void;
  open: (address: string) => void;
}

/** Does what a key asks for. True where it did, so that the browser does nothing with the key. */
export function pressed(key: Key, at: At, book: ScoreBook, around: Around): boolean {
  const command = commandOf(key, at.desk.mode);
  if (command === null) return false;
  if (isTab(command)) {
    if (at.desk.leaving) return false;
    // At the edge what is typed is saved, and the browser takes the focus out of the table.
    if (moved(at, command.move, at.rows) === null) return !settled(at);
  }
  obey(command, at, book, around);
  return true;
}

/** Saves what is being typed before something else is done; false where the person is asked something first. */
export function settled({ desk, commit, act }: At): boolean {
  if (desk.mode === 'moving') return true;
  if (commit(null)) return false;
  // At once: the focus that leaves the cell next would save the same text again.
  flushSync(() => act({ does: 'cancel' }));
  return true;
}

/** From the search: to the first infusion of a row of which nothing is recorded. */
export function toFirstEmpty(at: At, row: Row | undefined): void {
  const cell = row && firstEmpty(row);
  if (cell) at.goToPlace(cell.place);
}

/** The first infusion of which nothing is recorded; the first of all where each has an entry. */
export function firstEmpty({ cells }: Row): Cell | undefined {
  return cells.find((one) => shownEntry(one) === null) ?? cells[0];
}

function isTab(command: Command): command is { is: 'move'; move: Move } {
  return command.is === 'move' && (command.move === 'next' || command.move === 'previous');
}

/** Does what a key or a button asks for. */
export function obey(command: Command, at: At, book: ScoreBook, around: Around): void {
  switch (command.is) {
    case 'move':
      if (!at.commit(command.move)) at.step(command.move);
      return;
    case 'extend':
      return at.extend(command.move);
    case 'enter':
      return enter(command.move, at, book);
    case 'edit':
      return edit(at);
    case 'cancel':
      if (at.desk.mode === 'moving') book.tell('Tab now leaves the table.');
      return at.act({ does: 'cancel' });
    case 'undo':
      return undo(at, book);
    case 'takeBack':
      return takeBack(at, book);
    case 'missed':
    case 'date':
      if (at.cell) at.act({ does: 'ask', question: { asks: command.is } });
      return;
    case 'dates':
      return around.toggleDates();
    case 'form':
      if (at.place) around.open(`/courses/${at.place.courseId}/form/${infusionSlot(at.place.infusion)}`);
      return;
    case 'needs':
      return toNeeded(at, book);
    case 'find':
      return around.find();
    case 'help':
      return around.help();
    case 'leaveForward':
      if (settled(at)) around.leave();
      return;
    case 'leaveBack':
      if (settled(at)) around.find();
      return;
    case 'nothing':
      return;
  }
}

/** Enter goes on, except on a cell that waits for a decision: there it asks for it. */
function enter(move: Move, at: At, book: ScoreBook): void {
  const phase = at.desk.mode === 'moving' ? at.cell?.pending?.phase.is : undefined;
  if (phase === 'unusual') at.act({ does: 'ask', question: { asks: 'override' } });
  else if (phase === 'conflict') at.act({ does: 'ask', question: { asks: 'conflict' } });
  else if (phase === 'refused' && at.cell) correct(at.cell, at, book);
  else if (!at.commit(move)) at.step(move);
}

/** What was typed is edited; what was chosen, such as a missed visit, is sent again. */
function correct({ pending, place }: Cell, at: At, book: ScoreBook): void {
  const typed = pending?.write.typed ?? null;
  if (typed === null) book.again(place, null);
  else at.act({ does: 'edit', text: typed });
}

function edit({ cell, desk, act }: At): void {
  if (cell) act({ does: 'edit', text: desk.mode === 'moving' ? valueOf(cell) : desk.text });
}

function undo(at: At, book: ScoreBook): void {
  const undone = book.undo();
  if (undone === null) book.tell('Nothing of yours to undo on this page.');
  else at.goToPlace(undone);
}

/** Takes back what is recorded, with a reason; gives up what is not saved without one. */
function takeBack(at: At, book: ScoreBook): void {
  const { cell } = at;
  if (!cell) return;
  const phase = cell.pending?.phase.is;
  if (phase === undefined || phase === 'saving') return at.propose(TAKEN_BACK);
  const course = book.row(cell.place.courseId)?.course;
  book.drop(cell.place);
  if (course) book.tell(`Given up: what was typed for ${nameOf(course, cell.place)}`);
}

function toNeeded(at: At, book: ScoreBook): void {
  const places = book.summary().needs.map(({ place }) => place);
  const here = at.place && keyOf(at.place);
  const now = places.findIndex((place) => keyOf(place) === here);
  const next = places[(now + 1) % places.length];
  if (next) at.goToPlace(next);
}
