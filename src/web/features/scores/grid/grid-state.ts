import type { Entry } from '../../../entries/entry';
import type { Mode } from './keys';
import type { Next } from './moves';

/** What the person is asked beside the cell. */
export type Question =
  | { kind: 'missed' }
  | { kind: 'date' }
  | { kind: 'override' }
  | { kind: 'conflict' }
  /** What is typed and not saved is about to be left; `next` is where the person was going. */
  | { kind: 'leaving'; next: Next | null }
  | { kind: 'amendment'; entry: Entry; typed: string | null; next: Next | null };

/** Where the person is in the grid, what is typed there, and what is asked. */
export interface GridState {
  courseId: string | null;
  /** 0 for the patient, 1-6 for the infusions. */
  column: number;
  mode: Mode;
  /** What is typed and not committed; empty while navigating. */
  text: string;
  /** A date that was chosen for what is typed here; forgotten when the cell is left. */
  date: string | null;
  question: Question | null;
  /** The other corner of a marked block that begins here, as a course and a column. */
  corner: { courseId: string; column: number } | null;
  /** After Esc the next Tab leaves the table. */
  tabLeaves: boolean;
}

export type GridAction =
  | { kind: 'goTo'; courseId: string; column: number }
  | { kind: 'extend'; courseId: string; column: number }
  | { kind: 'type'; text: string }
  | { kind: 'edit'; text: string }
  | { kind: 'cancel' }
  | { kind: 'ask'; question: Question }
  | { kind: 'setDate'; date: string }
  | { kind: 'dismiss' };

/** Does something that was typed or chosen wait here, neither saved nor given up? */
export function waits({ mode, question }: Pick<GridState, 'mode' | 'question'>): boolean {
  return mode !== 'navigating' || question?.kind === 'amendment';
}

export const INITIAL_STATE: GridState = {
  courseId: null,
  column: 1,
  mode: 'navigating',
  text: '',
  date: null,
  question: null,
  corner: null,
  tabLeaves: false,
};

export function gridReducer(state: GridState, action: GridAction): GridState {
  switch (action.kind) {
    case 'goTo':
      return { ...INITIAL_STATE, courseId: action.courseId, column: action.column };
    case 'extend':
      return { ...state, corner: { courseId: action.courseId, column: action.column }, tabLeaves: false };
    case 'type': {
      const mode = state.mode === 'navigating' ? 'typing' : state.mode;
      return { ...state, mode, text: action.text, corner: null, tabLeaves: false };
    }
    case 'edit':
      return { ...state, mode: 'editing', text: action.text, corner: null, tabLeaves: false };
    case 'cancel': {
      const { courseId, column, mode } = state;
      return { ...INITIAL_STATE, courseId, column, tabLeaves: mode === 'navigating' };
    }
    case 'ask':
      return { ...state, question: action.question, corner: null, tabLeaves: false };
    case 'setDate':
      return { ...state, date: action.date, question: null };
    case 'dismiss':
      return { ...state, question: null };
  }
}
