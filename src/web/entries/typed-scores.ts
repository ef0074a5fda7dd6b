import { useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { infusionSlot, parseSlot, type InfusionNumber } from '../../domain/course/record/slots';
import { useDrafts, type Drafts } from '../components/drafts';
import type { SlotAddress } from './outbox/slot-address';

/** Where the table of scores keeps what is typed in its active cell. */
export const TABLE_DRAFT = 'typing a score';
const LINE_DRAFT = 'today ';

/** What is typed in the active cell of the table and not committed. */
export interface TableDraft {
  courseId: string | null;
  /** 0 for the patient, 1-6 for the infusions. */
  column: number;
  text: string;
  date: string | null;
}

/** Where a line of Today keeps what is typed in it. */
export const lineDraft = ({ courseId, slot }: SlotAddress): string => `${LINE_DRAFT}${courseId} ${slot}`;

/** A score that was typed on a page and was neither saved nor given up. */
export interface TypedScore {
  draft: string;
  address: SlotAddress;
  text: string;
  /** The page on which it waits. */
  page: '/' | '/scores';
}

let dropped = 0;
const listeners = new Set<() => void>();

/** Scores that wait on other pages than this one, as where a person went back by the browser or a gesture. */
export function useTypedElsewhere(): { scores: readonly TypedScore[]; giveUp: (score: TypedScore) => void } {
  const drafts = useDrafts();
  const [location] = useLocation();
  useSyncExternalStore(subscribe, () => dropped);
  return {
    scores: typedScores(drafts).filter(({ page }) => page !== location),
    giveUp: ({ draft }: TypedScore) => dropTyped(drafts, draft),
  };
}

/** What was typed is given up, or its visit was recorded elsewhere. */
export function dropTyped(drafts: Drafts, draft: string): void {
  drafts.drop(draft);
  dropped += 1;
  for (const listener of listeners) listener();
}

function typedScores(drafts: Drafts): TypedScore[] {
  const inTable = drafts.read<TableDraft>(TABLE_DRAFT);
  const lines = drafts.all<string>(LINE_DRAFT).flatMap(([draft, text]): TypedScore[] => {
    const [courseId = '', name = ''] = draft.slice(LINE_DRAFT.length).split(' ');
    const slot = parseSlot(name);
    return slot === null ? [] : [{ draft, text, page: '/', address: { courseId, slot } }];
  });
  if (!inTable?.courseId || inTable.column === 0) return lines;
  const address = { courseId: inTable.courseId, slot: infusionSlot(inTable.column as InfusionNumber) };
  return [{ draft: TABLE_DRAFT, address, text: inTable.text, page: '/scores' }, ...lines];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
