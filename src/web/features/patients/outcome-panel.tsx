import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MarkName } from '../../../domain/course/judgement/marks';
import type { Schemas } from '../../api/client';
import { CourseMarks, MarkRules } from '../../components/course/course-marks';
import classes from './course-view.module.css';
import { capital } from '../../../domain/numbers/words';
import { movement, movementOf, slotWords, trendWords } from '../../components/course-words';
import { dateInWords } from '../../../domain/calendar/date-words';

type Outcome = Schemas['CourseOutcomeResponse'];

/** The current state of the patient in words and numbers. */
export function OutcomePanel({ outcome, marks }: { outcome: Outcome; marks: readonly MarkName[] }) {
  const { current, baseline, infusionsScored, slots } = outcome;
  return (
    <div className={classes.tiles}>
      <Tile name="Latest score">
        {current ? (
          <>
            <Big>{current.total}</Big> {current.band.label}
            <Small>
              {capital(slotWords(current.slot))}, {dateInWords(current.on)}
            </Small>
            {current.reductionSinceLast !== null && (
              <Small>{capital(movement(current.reductionSinceLast))} since the score before</Small>
            )}
          </>
        ) : (
          'No score yet'
        )}
        <Small>
          {infusionsScored} of {slots.length} infusions with a score
        </Small>
      </Tile>
      <Tile name="Since baseline">
        {current?.reductionSinceBaseline == null ? (
          noChange(outcome)
        ) : (
          <Strong>{capital(movementOf(current.reductionSinceBaseline, current.percentReductionSinceBaseline))}</Strong>
        )}
        {baseline && (
          <Small>
            Baseline {baseline.total}, {baseline.band.label.toLowerCase()}
            {baseline.on && `, ${dateInWords(baseline.on)}`}
          </Small>
        )}
      </Tile>
      <Tile name="Trend">
        <Trend outcome={outcome} />
      </Tile>
      {marks.length > 0 && (
        <Tile name="May need a look">
          <CourseMarks names={marks} />
          <MarkRules names={marks} size="xs" />
          <Small>It asks you to look, and does not say what to do.</Small>
        </Tile>
      )}
    </div>
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
