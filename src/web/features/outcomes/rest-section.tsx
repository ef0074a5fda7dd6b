import { Box, Stack, Table, Text } from '@mantine/core';
import { endingLabel } from '../../../domain/course/judgement/ending';
import { countInFigures } from '../../../domain/numbers/words';
import type { Schemas } from '../../api/client';
import { DrillLink } from './drill-link';
import classes from './outcomes.module.css';
import { showTenths } from '../../components/figures';

type Outcome = Schemas['CohortResponse'];

/** What became of those who started and have no score at infusion 6, and how long the others took. */
export function RestSection({ outcome }: { outcome: Outcome }) {
  const { starters, groups, trajectoryOfStoppedEarly, daysToInfusion6: days } = outcome;
  const missing = trajectoryOfStoppedEarly[0]?.n ?? 0;
  return (
    <Stack gap="xs">
      <Text>
        <DrillLink count={missing} group={groups['/trajectoryOfStoppedEarly/0/n']} of="Starters without infusion 6" />{' '}
        of <DrillLink count={starters.n} group={groups['/starters/n']} of="Starters, by their last scored infusion" />{' '}
        starters have no score at infusion 6.
        {days.median !== null && (
          <>
            {' '}
            From infusion 1 to infusion 6 completers took {showTenths(days.median)} days in the median (half of them{' '}
            {showTenths(days.q1 ?? days.median)} to {showTenths(days.q3 ?? days.median)}; n ={' '}
            <DrillLink count={days.n} group={groups['/daysToInfusion6/n']} of="Completers, days to infusion 6" />
            ).
          </>
        )}
      </Text>
      {missing > 0 && <ReasonsByVisit outcome={outcome} />}
    </Stack>
  );
}

/** Starters without a score at infusion 6: a row a reason, a column a last scored infusion. */
function ReasonsByVisit({ outcome: { attrition, groups } }: { outcome: Outcome }) {
  const steps = attrition.slice(0, -1);
  const reasons = byFrequency(steps);
  return (
    <Box className={classes.wide} role="region" tabIndex={0} aria-label="Without infusion 6, by reason and visit">
      <Table verticalSpacing="xs" miw={340} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w="30%" miw={110}>
              Why they ended, by the infusion last scored
            </Table.Th>
            {steps.map(({ lastScoredInfusion }) => (
              <Table.Th key={lastScoredInfusion} scope="col" ta="right">
                {lastScoredInfusion}
              </Table.Th>
            ))}
            <Table.Th scope="col" ta="right">
              All
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reasons.map(([reason, total]) => (
            <Table.Tr key={reason}>
              <Table.Th scope="row" fw={500}>
                {labelOf(reason)}
              </Table.Th>
              {steps.map(({ lastScoredInfusion, reasons: counts }, at) => (
                <Cell
                  key={lastScoredInfusion}
                  count={counts[reason] ?? 0}
                  group={groups[`/attrition/${at}/reasons/${reason}`]}
                  of={`${labelOf(reason)}, last scored at infusion ${lastScoredInfusion}`}
                />
              ))}
              <Table.Td ta="right">{countInFigures(total)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">All</Table.Th>
            {steps.map(({ lastScoredInfusion, count }, at) => (
              <Cell
                key={lastScoredInfusion}
                count={count}
                group={groups[`/attrition/${at}/count`]}
                of={`Last scored at infusion ${lastScoredInfusion}`}
              />
            ))}
            <Table.Td ta="right">{countInFigures(steps.reduce((sum, { count }) => sum + count, 0))}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Box>
  );
}

function Cell({ count, group, of }: { count: number; group: string | undefined; of: string }) {
  return <Table.Td ta="right">{count === 0 ? 0 : <DrillLink count={count} group={group} of={of} />}</Table.Td>;
}

/** Every reason with its total, the most frequent first. */
function byFrequency(steps: Outcome['attrition']): [reason: string, total: number][] {
  const totals = new Map<string, number>();
  for (const { reasons } of steps) {
    for (const [reason, count] of Object.entries(reasons)) totals.set(reason, (totals.get(reason) ?? 0) + count);
  }
  return [...totals].sort(([, one], [, other]) => other - one);
}

function labelOf(reason: string): string {
  return reason === 'completed' ? 'Completed, infusion 6 missed' : endingLabel(reason);
}
