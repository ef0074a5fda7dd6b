import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { slotLabel, type SlotName } from '../../../domain/course/record/slots';
import { ITEM_COUNT } from '../../../domain/cudos/items';
import { safetyNoticeOf } from '../../../domain/cudos/safety';
import { totalOf } from '../../../domain/cudos/score';
import type { Schemas } from '../../api/client';
import type { Course } from '../../entries/entry';
import type { PendingWrite } from '../../entries/outbox/pending-write';
import { counted } from '../../../domain/numbers/words';
import { SafetyAlert } from './safety-alert';

interface Props {
  pending: PendingWrite;
  course: Course;
  slot: SlotName;
  clinic: Schemas['ClinicSettingsResponse'];
  /** The answers become what is typed in the form again. */
  onTakeBack: () => void;
}

/** A form that was filled in without a connection: it waits, or somebody has to look at it before it is saved. */
export function WaitingForm({ pending, course, slot, clinic, onTakeBack }: Props) {
  const { phase, write } = pending;
  const waits = phase.kind === 'kept' || phase.kind === 'saving';
  const answers = write.entry.answers ?? [];
  const total = totalOf(answers);
  return (
    <Stack maw={640}>
      <Paper withBorder p="lg" radius="md" role="status">
        <Title order={2} size="h3">
          {waits ? 'Kept on this device, not saved yet' : 'Not saved before you decide'}
        </Title>
        <Text size="sm" c="dimmed">
          {course.chartNumber}, {slotLabel(slot)}
          {total !== null && `, ${counted(total, 'point')}`}
        </Text>
        <Text mt="xs">
          {waits ? 'It is saved when the connection is back, also from another page.' : phase.message}
        </Text>
        <Group gap="xs" mt="md">
          <Button component={Link} href={`/scores?course=${course.id}`}>
            Back to the scores
          </Button>
          <Button variant="default" onClick={onTakeBack} disabled={phase.kind === 'saving'}>
            {waits ? 'Change these answers' : 'Look at these answers'}
          </Button>
        </Group>
      </Paper>
      {safetyNoticeOf(answers) && (
        <div>
          <SafetyAlert answers={answers} reached={ITEM_COUNT} resources={clinic.crisisResources} />
          <Text size="sm">Nobody else sees this notice before the form is saved.</Text>
        </div>
      )}
    </Stack>
  );
}
