import type { ActionDispatch, RefObject } from 'react';
import { flushSync } from 'react-dom';
import { blockBetween, sizeWords } from './block';
import type { Place } from './cells';
import type { Act, Desk } from './desk';
import { moved, type Move, type Spot } from './moves';

export type Field = HTMLInputElement | HTMLAnchorElement;

/** Where the person is in the rows that are shown, and what has the focus there. */
interface Here {
  desk: Desk;
  spot: Spot;
  ids: readonly string[];
  field: RefObject<Field | null>;
  act: ActionDispatch<[Act]>;
  tell: (words: string) => void;
}

/** The ways from one cell to others; the focus goes along. */
export function useWays({ desk, spot, ids, field, act, tell }: Here) {
  const focus = () => {
    field.current?.focus();
    if (field.current instanceof HTMLInputElement) field.current.select();
  };
  const goTo = ({ row: to, column }: Spot) => {
    flushSync(() => act({ does: 'go', courseId: ids[to] ?? '', column }));
    focus();
  };
  const step = (move: Move | null) => goTo((move && moved(spot, move, ids.length)) ?? spot);
  const corner = cornerOf(desk, ids);
  const block = corner && blockBetween(spot, corner);
  const extend = (move: Move) => {
    const to = moved(corner ?? spot, move, ids.length) ?? spot;
    act({ does: 'extend', courseId: ids[to.row] ?? '', column: Math.max(1, to.column) });
    tell(`${sizeWords(blockBetween(spot, to))} marked. Ctrl+C copies.`);
  };
  const goToPlace = ({ courseId, infusion }: Place) => {
    const to = ids.indexOf(courseId);
    if (to >= 0) goTo({ row: to, column: infusion });
  };
  /** Back from a question to what was typed before it, perhaps with a date for it. */
  const backToField = (date: string | null) => {
    flushSync(() => act(date === null ? { does: 'dismiss' } : { does: 'date', date }));
    if (desk.mode === 'moving') focus();
    else field.current?.focus();
  };
  return { block, goTo, step, extend, goToPlace, backToField };
}

/** Where the marked block ends; null where none is marked, or its row is out of sight. */
function cornerOf({ corner }: Desk, ids: readonly string[]): Spot | null {
  const row = corner ? ids.indexOf(corner.courseId) : -1;
  return corner && row >= 0 ? { row, column: corner.column } : null;
}
