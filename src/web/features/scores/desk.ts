import type { Mode } from './keys';
import type { Entry } from './entry';
import type { Move } from './moves';

/** What is asked beside the cell. `then` is where the person was going. */
export type Question =
  | { asks: 'missed' }
  | { asks: 'date' }
  | { asks: 'override' }
  | { asks: 'conflict' }
  | { asks: 'reason'; entry: Entry; typed: string | null; then: Move | null };

/** What the person is doing in the grid. */
export interface Desk {
  courseId: string | null;
  /** 0 for the patient, 1-6 for the infusions. */
  column: number;
  mode: Mode;
  /** What is typed and not committed; empty while moving. */
  text: string;
  /** A date that was chosen for what is typed here; forgotten when the cell is left. */
  date: string | null;
  question: Question | null;
  /** The other corner of a block that is marked from here on, as a course and a column. */
  corner: { courseId: string; column: number } | null;
  /** After Esc the next Tab leaves the table. */
  leaving: boolean;
}

export type Act =
  | { does: 'go'; courseId: string; column: number }
  | { does: 'extend'; courseId: string; column: number }
  | { does: 'type'; text: string }
  | { does: 'edit'; text: string }
  | { does: 'cancel' }
  | { does: 'ask'; question: Question }
  | { does: 'date'; date: string }
  | { does: 'dismiss' };

export const AT_START: Desk = {
  courseId: null,
  column: 1,
  mode: 'moving',
  text: '',
  date: null,
  question: null,
  corner: null,
  leaving: false,
};

export function deskAfter(desk: Desk, act: Act): Desk {
  switch (act.does) {
    case 'go':
      return { ...AT_START, courseId: act.courseId, column: act.column };
    case 'extend':
      return { ...desk, corner: { courseId: act.courseId, column: act.column }, leaving: false };
    case 'type': {
      const mode = desk.mode === 'moving' ? 'typing' : desk.mode;
      return { ...desk, mode, text: act.text, corner: null, leaving: false };
    }
    case 'edit':
      return { ...desk, mode: 'editing', text: act.text, corner: null, leaving: false };
    case 'cancel':
      return {
        ...AT_START,
        courseId: desk.courseId,
        column: desk.column,
        leaving: desk.mode === 'moving',
      };
    case 'ask':
      return { ...desk, question: act.question, corner: null, leaving: false };
    case 'date':
      return { ...desk, date: act.date, question: null };
    case 'dismiss':
      return { ...desk, question: null };
  }
}
