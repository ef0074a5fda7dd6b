import { useEffect, useReducer, useRef, type RefObject } from 'react';
import type { InfusionNumber } from '../../../domain/course/record/slots.js';
import type { Drafts } from '../../components/drafts';
import { dateOf, type Dates } from './cell-date';
import type { Cell, Place } from './cells';
import { outcomeOf, outcomeOfTyping, type Outcome } from './commit';
import { AT_START, deskAfter, type Desk } from './desk';
import type { Entry } from './entry';
import type { Move, Spot } from './moves';
import type { ScoreBook } from './score-book';
import { useWays, type Field } from './use-ways';

const TYPING = 'typing a score';

/** The rows that are shown, what is known and kept of them, and the cell that was asked for. */
interface Setting {
  book: ScoreBook;
  ids: readonly string[];
  dates: Dates;
  drafts: Drafts;
  asked: Place | null;
}

/** What the person does in the grid: where they are, what they type, what they are asked, and how they go on. */
export function useDesk({ book, ids, dates, drafts, asked }: Setting) {
  const [state, act] = useReducer(deskAfter, null, () => typedBefore(drafts) ?? startAt(asked));
  const field = useRef<Field>(null);
  useFocusAtStart(field, asked !== null);
  useKeptTyping(state, drafts);

  const row = Math.max(0, state.courseId === null ? 0 : ids.indexOf(state.courseId));
  const isHere = state.courseId === null || state.courseId === ids[row];
  const desk = isHere ? state : AT_START;
  const spot = { row, column: desk.column };
  const place = placeOf(spot, ids);
  const cell = place && (book.cell(place) ?? null);

  const ways = useWays({ desk, spot, ids, field, act, tell: (words) => book.tell(words) });

  /** True where the person is asked something first. */
  const follow = (outcome: Outcome): boolean => {
    if (outcome.is === 'ask') act({ does: 'ask', question: outcome.question });
    if (outcome.is === 'write' && place) book.write(place, outcome.write);
    return outcome.is === 'ask';
  };
  const commit = (then: Move | null): boolean => {
    const outcome = typedOutcome(desk, cell, dates, then);
    return outcome !== null && follow(outcome);
  };
  /** The person goes elsewhere on the page: what needs no question is saved, as Enter would. */
  const leave = () => {
    const outcome = typedOutcome(desk, cell, dates);
    if (outcome === null || outcome.is === 'ask') return;
    follow(outcome);
    act({ does: 'cancel' });
  };
  const propose = (entry: Entry, typed: string | null = null) => {
    if (cell && !follow(outcomeOf(cell, entry, typed, null))) ways.step(null);
  };
  const pointAt = (to: Spot) => {
    if (!commit(null)) ways.goTo(to);
  };
  return {
    desk,
    ...spot,
    rows: ids.length,
    place,
    cell,
    field,
    act,
    commit,
    propose,
    ...ways,
    pointAt,
    leave,
  };
}

/** An address that leads to a cell brings the focus there. */
function useFocusAtStart(field: RefObject<Field | null>, wanted: boolean): void {
  const begins = useRef(wanted);
  useEffect(() => {
    if (begins.current) field.current?.focus();
    begins.current = false;
  }, [field]);
}

/** Where the person is, and what can be done from there. */
export type At = ReturnType<typeof useDesk>;

function placeOf({ row, column }: Spot, ids: readonly string[]): Place | null {
  const courseId = ids[row];
  return courseId === undefined || column === 0 ? null : { courseId, infusion: column as InfusionNumber };
}

/** What follows from what is typed in the cell; null while nothing is typed, or a question about it is open. */
function typedOutcome(desk: Desk, cell: Cell | null, dates: Dates, then: Move | null = null): Outcome | null {
  if (desk.mode === 'moving' || desk.question !== null || !cell) return null;
  return outcomeOfTyping(cell, desk.text, dateOf(cell, desk.date, dates), then);
}

type Typed = Pick<Desk, 'courseId' | 'column' | 'text' | 'date'>;

/** What was typed and not committed when the page was left; null where nothing was. */
function typedBefore(drafts: Drafts): Desk | null {
  const typed = drafts.read<Typed>(TYPING);
  return typed && { ...AT_START, ...typed, mode: 'typing' };
}

function startAt(asked: Place | null): Desk {
  return asked ? { ...AT_START, courseId: asked.courseId, column: asked.infusion } : AT_START;
}

function useKeptTyping({ courseId, column, mode, text, date }: Desk, drafts: Drafts): void {
  useEffect(() => {
    if (mode === 'moving') drafts.drop(TYPING);
    else drafts.keep(TYPING, { courseId, column, text, date } satisfies Typed);
  }, [courseId, column, mode, text, date, drafts]);
}

/** The course of what was typed and not committed. */
export function courseBeingTyped(drafts: Drafts): string[] {
  const id = drafts.read<Typed>(TYPING)?.courseId;
  return id ? [id] : [];
}
