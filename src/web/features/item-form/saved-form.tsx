import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { slotLabel, type SlotName } from '../../../domain/course/record/slots';
import type { Schemas } from '../../api/client';
import { showInstant } from '../../components/dates';
import type { Course } from '../../entries/entry';
import type { SavedEntry } from '../../entries/put-entry';
import { courseWith } from './course-of-form';
import { Acknowledgement } from '../../entries/acknowledgement';
import { TotalWords } from './total-words';
import { dateInWords } from '../../../domain/calendar/date-words';

interface Props {
  saved: SavedEntry;
  course: Course;
  slot: SlotName;
  clinic: Schemas['ClinicSettingsResponse'];
  onAgain: () => void;
}

/** What was recorded, and what it asks for now. */
export function SavedForm({ saved, course, slot, clinic, onAgain }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { answers, assessedOn, recordedAt, noTotalBecause, safetyNotice, published } = saved;
  const record = courseWith(course, slot, { answers: answers ?? [], assessedOn: assessedOn ?? '' });
  return (
    <Stack maw={640}>
      <Paper withBorder p="lg" radius="md">
        <Title order={2} size="h3" ref={title} tabIndex={-1} style={{ outline: 'none' }}>
          Saved
        </Title>
        <Text size="sm" c="dimmed">
          {course.chartNumber}, {slotLabel(slot)}
          {assessedOn && `, answered ${dateInWords(assessedOn)}`}, recorded {showInstant(recordedAt, clinic.timeZone)}
        </Text>
        {noTotalBecause ? <Text mt="xs">{noTotalBecause}</Text> : <TotalWords course={record} slot={slot} />}
        {published && (
          <Text size="sm" mt="xs">
            {published}
          </Text>
        )}
        <Group gap="xs" mt="md">
          <Button component={Link} href={`/scores?course=${course.id}`}>
            Back to the scores
          </Button>
          <Button component={Link} href={`/patients/${course.patientId}`} variant="default">
            The patient
          </Button>
          <Button variant="default" onClick={onAgain}>
            Amend these answers
          </Button>
        </Group>
      </Paper>
      {safetyNotice && <Acknowledgement notice={safetyNotice} resources={clinic.crisisResources} />}
    </Stack>
  );
}
