import { Box, Table } from '@mantine/core';
import { RUNGS as LADDER } from '../../../domain/cohort/groups/groups';
import type { Schemas } from '../../api/client';
import { DrillLink } from './drill-link';
import { startsInWords } from '../../components/cohort-words';
import { RUNGS } from './ladder';
import classes from './outcomes.module.css';
import type { ComparedPeriods } from './filters/periods';

interface Props {
  period: Schemas['ComparedCohort'];
  against: Schemas['ComparedCohort'];
  asked: ComparedPeriods;
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
              {RUNGS.map(({ rung, label }) => (
                <Table.Td key={rung}>
                  <DrillLink
                    count={cohort.ladder[rung]}
                    group={LADDER[rung].name}
                    of={`${label}, started in ${name}`}
                    changes={{ period: name, against: null }}
                  />
                </Table.Td>
              ))}
              <Table.Td>{cohort.unfinished ?? 0}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
