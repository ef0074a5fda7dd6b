import { Alert, Badge, Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { countInFigures, counted } from '../../../domain/numbers/words';
import { useTypedElsewhere } from '../../entries/typed-scores';
import classes from './scores.module.css';
import { cellKey, cellName, type CellAddress } from './store/cells';
import type { SaveSummary } from './store/save-summary';
import type { ScoreStore } from './store/score-store';

/** How the saving goes, and what was saved last for people who do not see it. */
export function SavingStatus({ store }: { store: ScoreStore }) {
  const { scores: elsewhere } = useTypedElsewhere();
  const known = useSyncExternalStore(store.subscribeToSummary, store.summary);
  const summary = { ...known, typed: known.typed || elsewhere.length > 0 };
  const loaded = useSyncExternalStore(store.subscribe, store.isLoaded);
  const announcement = useSyncExternalStore(store.subscribe, store.announcement);
  const calm = summary.kept === 0 && summary.undecided.length === 0 && !summary.typed;
  return (
    <>
      {loaded && (
        <Badge size="lg" variant="light" color={calm ? 'gray' : 'orange'} tt="none">
          {wordsOf(summary)}
        </Badge>
      )}
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </>
  );
}

function wordsOf({ saving, waits, typed, undecided }: SaveSummary): string {
  const needs = undecided.length;
  const parts = [
    typed ? 'typed, not saved yet' : '',
    saving > 0 ? `${countInFigures(saving)} saving …` : '',
    waits ?? '',
    needs > 0 ? `${counted(needs, 'needs', 'need')} you (n)` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'All saved' : parts.join('\u00a0· ');
}

/** Every cell that a person has to decide on before it is saved, with the reason and a way there. */
export function UndecidedList({ store, onGo }: { store: ScoreStore; onGo: (address: CellAddress) => void }) {
  const { undecided } = useSyncExternalStore(store.subscribe, store.summary);
  if (undecided.length === 0) return null;
  return (
    <Alert color="orange" variant="light" title="Not saved before you decide" className={classes.needs}>
      <Stack gap={4}>
        {undecided.map(({ address, message }) => {
          const course = store.row(address.courseId)?.course;
          const name = course ? cellName(course, address) : `Infusion ${address.infusion}`;
          return (
            <Group key={cellKey(address)} gap="xs" wrap="nowrap" align="flex-start">
              <Button size="compact-sm" variant="default" flex="none" onClick={() => onGo(address)}>
                {name}
              </Button>
              <Text size="sm">{message}</Text>
            </Group>
          );
        })}
      </Stack>
    </Alert>
  );
}
