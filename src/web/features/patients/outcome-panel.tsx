import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { showDate } from '../../components/dates';
import { EndpointTable } from './endpoint-table';
import { capital, movement, movementOf, slotWords, trendWords } from '../../components/course-words';

type Outcome = Schemas['CourseOutcomeResponse'];

/** The current state of the patient in words and numbers, and what the course achieved. */
export function OutcomePanel({ outcome }: { outcome: Outcome }) {
  const { current, baseline, infusionsScored, slots } = outcome;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }} spacing="sm">
        <Tile name="Latest score">
          {current ? (
            <>
              <Big>{current.total}</Big> {current.band.label}
              <Small>
                {capital(slotWords(current.slot))}, {showDate(current.on)}
              </Small>
            </>
          ) : (
            'No score yet'
          )}
        </Tile>
        <Tile name="Since baseline">
          {current?.reductionSinceBaseline == null ? (
            noChange(outcome)
          ) : (
            <Strong>{movementOf(current.reductionSinceBaseline, current.percentReductionSinceBaseline)}</Strong>
          )}
          {baseline && (
            <Small>
              Baseline {baseline.total}, {baseline.band.label.toLowerCase()}
              {baseline.on && `, ${showDate(baseline.on)}`}
            </Small>
          )}
        </Tile>
        <Tile name="Since the score before">
          {current?.reductionSinceLast == null ? (
            'Nothing to compare yet'
          ) : (
            <Strong>{movement(current.reductionSinceLast)}</Strong>
          )}
        </Tile>
        <Tile name="Trend">
          <Trend outcome={outcome} />
        </Tile>
        <Tile name="Infusions with a score">
          <Strong>
            {infusionsScored} of {slots.length}
          </Strong>
        </Tile>
      </SimpleGrid>
      <EndpointTable outcome={outcome} />
    </Stack>
  );
}

function Trend({ outcome }: { outcome: Outcome }) {
  const { trend } = outcome;
  if (!trend) return trendWords(outcome);
  return (
    <>
      <Strong>{capital(trend.direction)}</Strong>
      <Small>{trendWords(outcome)}</Small>
    </>
  );
}

function Tile({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Paper withBorder p="sm" radius="md">
      <Title order={3} size="xs" c="dimmed" fw={600} mb={2}>
        {name}
      </Title>
      <Text component="div" size="sm">
        {children}
      </Text>
    </Paper>
  );
}

const Big = ({ children }: { children: ReactNode }) => (
  <Text span fz={28} fw={700} lh={1.1}>
    {children}
  </Text>
);

const Strong = ({ children }: { children: ReactNode }) => (
  <Text span fz="lg" fw={700} display="block" lh={1.25}>
    {children}
  </Text>
);

const Small = ({ children }: { children: ReactNode }) => (
  <Text span size="xs" c="dimmed" display="block">
    {children}
  </Text>
);

function noChange({ baseline }: Outcome): string {
  return baseline ? 'The baseline is the latest score' : 'There is no baseline';
}
