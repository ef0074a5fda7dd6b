import { Box, Stack, Table, Text, Title } from '@mantine/core';
import { endingLabel } from '../../../domain/course/judgement/ending';
import type { Schemas } from '../../api/client';
import { DrillLink } from './drill-link';
import classes from './outcomes.module.css';

type Outcome = Schemas['CohortResponse'];

/** What became of those who started and have no score at infusion 6. */
export function RestSection({ outcome }: { outcome: Outcome }) {
  const { starters, attrition, groups, trajectoryOfStoppedEarly } = outcome;
  const missing = trajectoryOfStoppedEarly[0]?.n ?? 0;
  const steps = attrition.map((step, at) => ({ ...step, at })).filter(({ count }) => count > 0);
  return (
    <Stack gap="xs" component="section" aria-labelledby="rest">
      <Title order={2} size="h3" id="rest">
        What became of the rest
      </Title>
      <Text>
        <DrillLink count={missing} group={groups['/trajectoryOfStoppedEarly/0/n']} of="Starters without infusion 6" />{' '}
        of <DrillLink count={starters.n} group={groups['/starters/n']} of="Starters, by their last scored infusion" />{' '}
        starters have no score at infusion 6.
      </Text>
      <Box className={classes.wide} role="region" tabIndex={0} aria-label="Last scored infusion">
        <Table verticalSpacing="xs" miw={520}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Last scored at</Table.Th>
              <Table.Th scope="col">Starters</Table.Th>
              <Table.Th scope="col">Why they ended there</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {steps.map((step) => (
              <Table.Tr key={step.at}>
                <Table.Th scope="row" fw={500}>
                  Infusion {step.lastScoredInfusion}
                </Table.Th>
                <Table.Td>
                  <DrillLink
                    count={step.count}
                    group={groups[`/attrition/${step.at}/count`]}
                    of={`Last scored at infusion ${step.lastScoredInfusion}`}
                  />
                </Table.Td>
                <Table.Td>
                  <Reasons step={step} groups={groups} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
    </Stack>
  );
}

function Reasons({
  step: { at, lastScoredInfusion, reasons },
  groups,
}: {
  step: Outcome['attrition'][number] & { at: number };
  groups: Outcome['groups'];
}) {
  return Object.entries(reasons).map(([reason, count], place, { length }) => (
    <span key={reason} className={classes.reason}>
      {labelOf(reason, lastScoredInfusion)}{' '}
      <DrillLink
        count={count}
        group={groups[`/attrition/${at}/reasons/${reason}`]}
        of={`${labelOf(reason, lastScoredInfusion)}, last scored at infusion ${lastScoredInfusion}`}
      />
      {place < length - 1 && ' · '}
    </span>
  ));
}

function labelOf(reason: string, infusion: number): string {
  return reason === 'completed' && infusion < 6 ? 'Completed, infusion 6 missed' : endingLabel(reason);
}
