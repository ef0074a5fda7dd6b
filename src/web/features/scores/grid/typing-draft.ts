import { useEffect } from 'react';
import type { Drafts } from '../../../components/drafts';
import { TABLE_DRAFT, type TableDraft } from '../../../entries/typed-scores';
import { INITIAL_STATE, type GridState } from './grid-state';

/** The grid with what was typed and not committed when the page was left; null where nothing was. */
export function stateFromDraft(drafts: Drafts): GridState | null {
  const draft = drafts.read<TableDraft>(TABLE_DRAFT);
  return draft && { ...INITIAL_STATE, ...draft, mode: 'typing' };
}

/** Keeps what is typed until it is committed or given up. */
export function useTypingDraft({ courseId, column, mode, text, date }: GridState, drafts: Drafts): void {
  useEffect(() => {
    if (mode === 'navigating') drafts.drop(TABLE_DRAFT);
    else drafts.keep(TABLE_DRAFT, { courseId, column, text, date } satisfies TableDraft);
  }, [courseId, column, mode, text, date, drafts]);
}

/** The course of what was typed and not committed. */
export function draftedCourse(drafts: Drafts): string[] {
  const id = drafts.read<TableDraft>(TABLE_DRAFT)?.courseId;
  return id ? [id] : [];
}
