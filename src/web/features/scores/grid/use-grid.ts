import { useEffect, useLayoutEffect, useReducer, useRef, type RefObject } from 'react';
import type { InfusionNumber } from '../../../../domain/course/record/slots.js';
import type { Drafts } from '../../../components/drafts';
import type { Entry } from '../../../entries/entry';
import type { Cell, CellAddress } from '../store/cells';
import type { ScoreStore } from '../store/score-store';
import { dateOf, type Dates } from './cell-date';
import { commitOfEntry, commitOfText, type Commit } from './commit';
import { gridReducer, INITIAL_STATE, waits, type GridState } from './grid-state';
import type { Next, Position } from './moves';
import { stateFromDraft, useTypingDraft } from './typing-draft';
import { useNavigation, type Field } from './use-navigation';

interface Options {
  store: ScoreStore;
  /** The courses of the rows that are shown. */
  ids: readonly string[];
  dates: Dates;
  drafts: Drafts;
  /** Shows all rows again, where a search hides some. */
  showAll: () => void;
  /** The cell that the address of the page names. */
  startAt: CellAddress | null;
}

/** The active cell of the grid, what is typed in it, and what can be done from there. */
export function useGrid({ store, ids, dates, drafts, showAll, startAt }: Options) {
  const [kept, dispatch] = useReducer(gridReducer, null, () => stateFromDraft(drafts) ?? stateAt(startAt));
  const field = useRef<Field>(null);
  useFocusAtStart(field, startAt !== null || kept.mode !== 'navigating');
  useTypingDraft(kept, drafts);

  const row = Math.max(0, kept.courseId === null ? 0 : ids.indexOf(kept.courseId));
  const isShown = kept.courseId === null || kept.courseId === ids[row];
  const state = isShown ? kept : INITIAL_STATE;
  const position = { row, column: state.column };
  const address = addressAt(position, ids);
  const cell = address && (store.cell(address) ?? null);

  useWaiting(store, waits(state));
  const announce = (words: string) => store.announce(words);
  const navigation = useNavigation({ state, position, ids, field, dispatch, showAll, announce });

  /** True where the person is asked something first. */
  const carryOut = (commit: Commit): boolean => {
    if (commit.kind === 'ask') dispatch({ kind: 'ask', question: commit.question });
    if (commit.kind === 'write' && address) store.write(address, commit.write);
    return commit.kind === 'ask';
  };
  /** Commits what is typed; true where the person is asked something first. */
  const commitTyped = (next: Next | null): boolean => {
    const commit = commitOfTyped(state, cell, dates, next);
    return commit !== null && carryOut(commit);
  };
  /** The person goes elsewhere without having saved what waits here; true where they are asked first. */
  const askOnLeaving = (next: Next | null): boolean => {
    if (!waits(state)) return false;
    if (state.question !== null) return true;
    const commit = commitOfTyped(state, cell, dates, next);
    const asks = commit !== null && commit.kind !== 'nothing';
    if (!asks) dispatch({ kind: 'cancel' });
    else dispatch({ kind: 'ask', question: commit.kind === 'ask' ? commit.question : { kind: 'leaving', next } });
    return asks;
  };
  /** Commits what was chosen. */
  const commitEntry = (entry: Entry, typed: string | null = null) => {
    if (cell && !carryOut(commitOfEntry(cell, entry, typed, null))) navigation.step(null);
  };
  const clickOn = (position: Position) => {
    const to = addressAt(position, ids);
    if (!askOnLeaving(to)) navigation.goTo(position);
  };
  return {
    state,
    ...position,
    rows: ids.length,
    address,
    cell,
    field,
    dispatch,
    commitTyped,
    askOnLeaving,
    commitEntry,
    clickOn,
    ...navigation,
  };
}

export type Grid = ReturnType<typeof useGrid>;

/** The page is told that something waits in the active cell, before it is drawn. */
function useWaiting(store: ScoreStore, isWaiting: boolean): void {
  useLayoutEffect(() => {
    store.setTyping(isWaiting);
    return () => store.setTyping(false);
  }, [store, isWaiting]);
}

/** A page whose address names a cell, or on which a score was half typed, opens with the focus there. */
function useFocusAtStart(field: RefObject<Field | null>, wanted: boolean): void {
  const pending = useRef(wanted);
  useEffect(() => {
    if (pending.current) focusAtEnd(field.current);
    pending.current = false;
  }, [field]);
}

function focusAtEnd(field: Field | null): void {
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
  if (field instanceof HTMLInputElement) field.setSelectionRange(field.value.length, field.value.length);
}

function stateAt(address: CellAddress | null): GridState {
  return address ? { ...INITIAL_STATE, courseId: address.courseId, column: address.infusion } : INITIAL_STATE;
}

function addressAt({ row, column }: Position, ids: readonly string[]): CellAddress | null {
  const courseId = ids[row];
  return courseId === undefined || column === 0 ? null : { courseId, infusion: column as InfusionNumber };
}

/** What follows from what is typed in the cell; null while nothing is typed, or a question about it is open. */
function commitOfTyped(state: GridState, cell: Cell | null, dates: Dates, next: Next | null): Commit | null {
  const asked = state.question !== null && state.question.kind !== 'leaving';
  if (state.mode === 'navigating' || asked || !cell) return null;
  return commitOfText(cell, state.text, dateOf(cell, state.date, dates), next);
}
