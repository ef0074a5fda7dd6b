import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { keyOf, nameOf, type Place } from './cells';
import type { ScoreBook } from './score-book';
import classes from './scores.module.css';

/** Every cell that is not saved before a person decides, with the reason and a way there. */
export function NeedsList({ book, onGo }: { book: ScoreBook; onGo: (place: Place) => void }) {
  const { needs } = useSyncExternalStore(book.subscribe, book.summary);
  if (needs.length === 0) return null;
  return (
    <Alert color="orange" variant="light" title="Not saved before you decide" className={classes.needs}>
      <Stack gap={4}>
        {needs.map(({ place, message }) => {
          const course = book.row(place.courseId)?.course;
          const name = course ? nameOf(course, place) : `Infusion ${place.infusion}`;
          return (
            <Group key={keyOf(place)} gap="xs" wrap="nowrap" align="flex-start">
              <Button size="compact-sm" variant="default" flex="none" onClick={() => onGo(place)}>
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
