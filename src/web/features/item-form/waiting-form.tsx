import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { slotLabel, type SlotName } from '../../../domain/course/record/slots';
import { totalOf } from '../../../domain/cudos/score';
import type { Course } from '../../entries/entry';
import type { PendingWrite } from '../../entries/outbox/pending-write';
import { counted } from '../../../domain/numbers/words';

interface Props {
  pending: PendingWrite;
  course: Course;
  slot: SlotName;
  /** The answers become what is typed in the form again. */
  onTakeBack: () => void;
}

/** A form that was filled in without a connection: it waits, or somebody has to look at it before it is saved. */
export function WaitingForm({ pending, course, slot, onTakeBack }: Props) {
  const { phase, write } = pending;
  const waits = phase.kind === 'kept' || phase.kind === 'saving';
  const total = totalOf(write.entry.answers ?? []);
  return (
    <Paper withBorder p="lg" radius="md" maw={640} role="status">
      <Title order={2} size="h3">
        {waits ? 'Kept on this device, not saved yet' : 'Not saved before you decide'}
      </Title>
      <Text size="sm" c="dimmed">
        {course.chartNumber}, {slotLabel(slot)}
        {total !== null && `, ${counted(total, 'point')}`}
      </Text>
      <Text mt="xs">{waits ? 'It is saved when the connection is back, also from another page.' : phase.message}</Text>
      <Group gap="xs" mt="md">
        <Button component={Link} href={`/scores?course=${course.id}`}>
          Back to the scores
        </Button>
        <Button variant="default" onClick={onTakeBack} disabled={phase.kind === 'saving'}>
          {waits ? 'Change these answers' : 'Look at these answers'}
        </Button>
      </Group>
    </Paper>
  );
}
