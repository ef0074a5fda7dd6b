import { Alert, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import type { ScoreStore } from './store/score-store';

/** Tells who wrote a score of a published course that what is public stays as it was. */
export function PublishedNote({ store }: { store: ScoreStore }) {
  const note = useSyncExternalStore(store.subscribe, store.published);
  if (note === null) return null;
  return (
    <Alert
      role="note"
      title="The last score is of a published course"
      withCloseButton
      closeButtonLabel="Put the note aside"
      onClose={() => store.notePublished(null)}
    >
      <Text size="sm">{note}</Text>
    </Alert>
  );
}
