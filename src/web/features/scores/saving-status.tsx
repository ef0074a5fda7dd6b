import { Badge, VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { countInFigures } from '../../../domain/numbers/words';
import type { ScoreBook } from './score-book';
import type { Summary } from './summary';

/** How the saving stands, in sight; and what was saved last, for who does not see it. */
export function SavingStatus({ book }: { book: ScoreBook }) {
  const summary = useSyncExternalStore(book.subscribe, book.summary);
  const read = useSyncExternalStore(book.subscribe, book.isRead);
  const news = useSyncExternalStore(book.subscribe, book.lastNews);
  const calm = summary.kept === 0 && summary.needs.length === 0;
  return (
    <>
      {read && (
        <Badge size="lg" variant="light" color={calm ? 'gray' : 'orange'} tt="none">
          {wordsOf(summary)}
        </Badge>
      )}
      <VisuallyHidden role="status">{news}</VisuallyHidden>
    </>
  );
}

function wordsOf({ saving, kept, needs }: Summary): string {
  const parts = [
    saving > 0 ? `${countInFigures(saving)} saving …` : '',
    kept > 0 ? `${countInFigures(kept)} kept, not saved` : '',
    needs.length > 0 ? `${countInFigures(needs.length)} ${needs.length === 1 ? 'needs' : 'need'} you (n)` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'All saved' : parts.join(' · ');
}
