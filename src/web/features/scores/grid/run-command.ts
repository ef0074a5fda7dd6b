import { flushSync } from 'react-dom';
import { infusionSlot } from '../../../../domain/course/record/slots.js';
import { TAKEN_BACK } from '../../../entries/entry';
import { cellKey, cellName, shownEntry, type Cell, type Row } from '../store/cells';
import type { ScoreStore } from '../store/score-store';
import { valueOf } from '../store/words';
import { commandForKey, type Command, type Key } from './keys';
import { positionAfter, type Move } from './moves';
import type { Grid } from './use-grid';

/** What the grid asks of the page around it. */
export interface PageActions {
  focusSearch: () => void;
  leaveTable: () => void;
  showHelp: () => void;
  toggleDateRule: () => void;
  open: (address: string) => void;
}

/** Runs the command of a key. True where it did, so that the browser does nothing with the key. */
export function handleKey(key: Key, grid: Grid, store: ScoreStore, page: PageActions): boolean {
  const command = commandForKey(key, grid.state.mode);
  if (command === null) return false;
  if (isTab(command)) {
    if (grid.state.tabLeaves) return false;
    // At the edge what is typed is saved, and the browser takes the focus out of the table.
    if (positionAfter(grid, command.move, grid.rows) === null) return !finishTyping(grid);
  }
  runCommand(command, grid, store, page);
  return true;
}

/** Commits what is typed before a key leaves the table; false where the person is asked something first. */
function finishTyping({ state, commitTyped, dispatch }: Grid): boolean {
  if (state.mode === 'navigating') return true;
  if (commitTyped(null)) return false;
  // At once: the focus that leaves the cell next would save the same text again.
  flushSync(() => dispatch({ kind: 'cancel' }));
  return true;
}

/** The first infusion of which nothing is recorded; the first of all where each has an entry. */
export function firstEmptyCell({ cells }: Row): Cell | undefined {
  return cells.find((one) => shownEntry(one) === null) ?? cells[0];
}

function isTab(command: Command): command is { kind: 'move'; move: Move } {
  return command.kind === 'move' && (command.move === 'next' || command.move === 'previous');
}

/** Does what a key or a button asks for. */
export function runCommand(command: Command, grid: Grid, store: ScoreStore, page: PageActions): void {
  switch (command.kind) {
    case 'move':
      if (!grid.commitTyped(command.move)) grid.step(command.move);
      return;
    case 'extend':
      return grid.extend(command.move);
    case 'enter':
      return enter(command.move, grid, store);
    case 'edit':
      return edit(grid);
    case 'cancel':
      if (grid.state.mode === 'navigating') store.announce('Tab now leaves the table.');
      return grid.dispatch({ kind: 'cancel' });
    case 'undo':
      return grid.state.mode === 'navigating' ? undo(grid, store) : grid.dispatch({ kind: 'cancel' });
    case 'takeBack':
      return takeBack(grid, store);
    case 'missed':
    case 'date':
      if (grid.cell) grid.dispatch({ kind: 'ask', question: { kind: command.kind } });
      return;
    case 'toggleDates':
      return page.toggleDateRule();
    case 'openForm':
      if (grid.address && !grid.askOnLeaving(null))
        page.open(`/courses/${grid.address.courseId}/form/${infusionSlot(grid.address.infusion)}`);
      return;
    case 'nextUndecided':
      return goToNextUndecided(grid, store);
    case 'find':
      return page.focusSearch();
    case 'help':
      return page.showHelp();
    case 'leaveForward':
      if (finishTyping(grid)) page.leaveTable();
      return;
    case 'leaveBack':
      if (finishTyping(grid)) page.focusSearch();
      return;
    case 'ignore':
      return;
  }
}

/** Enter commits and moves on; on a cell that waits for a decision it asks for the decision. */
function enter(move: Move, grid: Grid, store: ScoreStore): void {
  const phase = grid.state.mode === 'navigating' ? grid.cell?.pending?.phase.kind : undefined;
  if (phase === 'unusual') grid.dispatch({ kind: 'ask', question: { kind: 'override' } });
  else if (phase === 'conflict') grid.dispatch({ kind: 'ask', question: { kind: 'conflict' } });
  else if (phase === 'refused' && grid.cell) correct(grid.cell, grid, store);
  else if (!grid.commitTyped(move)) grid.step(move);
}

/** What was typed is edited; what was chosen, such as a missed visit, is sent again. */
function correct({ pending, address }: Cell, grid: Grid, store: ScoreStore): void {
  const typed = pending?.write.typed ?? null;
  if (typed === null) store.resend(address, null);
  else grid.dispatch({ kind: 'edit', text: typed });
}

function edit({ cell, state, dispatch }: Grid): void {
  if (cell) dispatch({ kind: 'edit', text: state.mode === 'navigating' ? valueOf(cell) : state.text });
}

function undo(grid: Grid, store: ScoreStore): void {
  const undone = store.undo();
  if (undone === null) store.announce('Nothing of yours to undo on this page.');
  else grid.goToCell(undone);
}

/** Takes back what is recorded, with a reason; gives up what is not saved without one. */
function takeBack({ cell, commitEntry }: Grid, store: ScoreStore): void {
  if (!cell) return;
  const phase = cell.pending?.phase.kind;
  if (phase === undefined || phase === 'saving') return commitEntry(TAKEN_BACK);
  const course = store.row(cell.address.courseId)?.course;
  store.discard(cell.address);
  if (course) store.announce(`Given up: what was typed for ${cellName(course, cell.address)}`);
}

function goToNextUndecided(grid: Grid, store: ScoreStore): void {
  const addresses = store.summary().undecided.map(({ address }) => address);
  const here = grid.address && cellKey(grid.address);
  const now = addresses.findIndex((address) => cellKey(address) === here);
  const next = addresses[(now + 1) % addresses.length];
  if (next) grid.goToCell(next);
}
