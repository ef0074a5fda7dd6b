import { useEffect } from 'react';
import type { Drafts } from '../../../components/drafts';
import { INITIAL_STATE, type GridState } from './grid-state';

const DRAFT = 'typing a score';

type TypingDraft = Pick<GridState, 'courseId' | 'column' | 'text' | 'date'>;

/** The grid with what was typed and not committed when the page was left; null where nothing was. */
export function stateFromDraft(drafts: Drafts): GridState | null {
  const draft = drafts.read<TypingDraft>(DRAFT);
  return draft && { ...INITIAL_STATE, ...draft, mode: 'typing' };
}

/** Keeps what is typed until it is committed or given up. */
export function useTypingDraft({ courseId, column, mode, text, date }: GridState, drafts: Drafts): void {
  useEffect(() => {
    if (mode === 'navigating') drafts.drop(DRAFT);
    else drafts.keep(DRAFT, { courseId, column, text, date } satisfies TypingDraft);
  }, [courseId, column, mode, text, date, drafts]);
}

/** The course of what was typed and not committed. */
export function draftedCourse(drafts: Drafts): string[] {
  const id = drafts.read<TypingDraft>(DRAFT)?.courseId;
  return id ? [id] : [];
}
