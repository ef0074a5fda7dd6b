import { Box, Table } from '@mantine/core';
import type { Schemas } from '../api/client';
import type { Periods } from './comparison';
import { startsInWords } from './filter-words';
import { RUNGS } from './ladder';
import classes from './outcomes.module.css';

interface Props {
  period: Schemas['ComparedCohort'];
  against: Schemas['ComparedCohort'];
  asked: Periods;
}

/** How many courses are left at each step, of both periods. */
export function ComparedLadders({ period, against, asked }: Props) {
  const sides = [
    { name: asked.period, cohort: period },
    { name: asked.against, cohort: against },
  ];
  return (
    <Box className={classes.wide} role="region" tabIndex={0} aria-label="Ladders">
      <Table verticalSpacing="xs" miw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Period</Table.Th>
            {RUNGS.map(({ rung, label }) => (
              <Table.Th key={rung} scope="col">
                {label}
              </Table.Th>
            ))}
            <Table.Th scope="col">under way, not counted</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sides.map(({ name, cohort }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">
                {name} <span className={classes.quiet}>{startsInWords(cohort.filter)}</span>
              </Table.Th>
              {RUNGS.map(({ rung }) => (
                <Table.Td key={rung}>{cohort.ladder[rung]}</Table.Td>
              ))}
              <Table.Td>{cohort.underWay}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
