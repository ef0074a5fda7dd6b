import type { ActionDispatch, RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { CellAddress } from '../store/cells';
import { blockBetween, sizeWords } from './block';
import type { GridAction, GridState } from './grid-state';
import { positionAfter, type Move, type Next, type Position } from './moves';

export type Field = HTMLInputElement | HTMLAnchorElement;

interface Options {
  state: GridState;
  position: Position;
  /** The courses of the rows that are shown. */
  ids: readonly string[];
  /** The element of the active cell that takes the focus. */
  field: RefObject<Field | null>;
  dispatch: ActionDispatch<[GridAction]>;
  /** Shows all rows again, where a search hides some. */
  showAll: () => void;
  announce: (words: string) => void;
}

/** Goes from the active cell to others and takes the focus along. */
export function useNavigation({ state, position, ids, field, dispatch, showAll, announce }: Options) {
  const focus = () => {
    field.current?.focus();
    if (field.current instanceof HTMLInputElement) field.current.select();
  };
  const goTo = ({ row, column }: Position) => {
    flushSync(() => dispatch({ kind: 'goTo', courseId: ids[row] ?? '', column }));
    focus();
  };
  const goToCell = ({ courseId, infusion }: CellAddress) => {
    flushSync(() => {
      if (!ids.includes(courseId)) showAll();
      dispatch({ kind: 'goTo', courseId, column: infusion });
    });
    focus();
  };
  const step = (next: Next | null) => {
    if (next !== null && typeof next !== 'string') goToCell(next);
    else goTo((next && positionAfter(position, next, ids.length)) ?? position);
  };
  const corner = cornerOf(state, ids);
  const block = corner && blockBetween(position, corner);
  const extend = (move: Move) => {
    const to = positionAfter(corner ?? position, move, ids.length) ?? position;
    dispatch({ kind: 'extend', courseId: ids[to.row] ?? '', column: Math.max(1, to.column) });
    announce(`${sizeWords(blockBetween(position, to))} marked. Ctrl+C copies.`);
  };
  /** Goes back from a question to what was typed before it, perhaps with a date for it. */
  const backToField = (date: string | null) => {
    flushSync(() => dispatch(date === null ? { kind: 'dismiss' } : { kind: 'setDate', date }));
    if (state.mode === 'navigating') focus();
    else field.current?.focus();
  };
  return { block, goTo, step, goToCell, extend, backToField };
}

/** The far corner of the marked block; null where none is marked, or its row is not shown. */
function cornerOf({ corner }: GridState, ids: readonly string[]): Position | null {
  const row = corner ? ids.indexOf(corner.courseId) : -1;
  return corner && row >= 0 ? { row, column: corner.column } : null;
}
