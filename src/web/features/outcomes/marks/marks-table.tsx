import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { capital, countInFigures } from '../../../../domain/numbers/words';
import type { Schemas } from '../../../api/client';
import cards from '../../../components/cards.module.css';
import { shownFigure } from '../../../components/figures';
import classes from '../outcomes.module.css';

type Backtest = Schemas['MarkBacktest'];
type Rate = Backtest['found'];

const COLUMNS = {
  marked: 'Responded, of the marked',
  notMarked: 'Responded, of the others',
  found: 'Found, of those who did not respond',
  falseAlarms: 'False alarms, of those who responded',
} as const;

/** A row a mark: how many responded with and without it, and how many it found. */
export function MarksTable({ marks }: { marks: readonly Backtest[] }) {
  return (
    <Table
      aria-label="How often each mark was right"
      verticalSpacing="sm"
      horizontalSpacing="xs"
      className={`${cards.cards} ${classes.marks}`}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Mark</Table.Th>
          {Object.values(COLUMNS).map((label) => (
            <Table.Th key={label} scope="col">
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {marks.map((mark) => (
          <MarkRow key={mark.mark} {...mark} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function MarkRow({ label, rule, reading, marked, notMarked, found, falseAlarms, notJudged }: Backtest) {
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{capital(label)}</Text>
        <Text size="sm">{reading}</Text>
        <Text size="xs" c="dimmed">
          {capital(rule)}
          {notJudged > 0 && ` Too few scores for it: ${countInFigures(notJudged)}.`}
        </Text>
      </Table.Td>
      <Cell label={COLUMNS.marked} rate={marked.responded}>
        {marked.withoutInfusion6 > 0 && `${countInFigures(marked.withoutInfusion6)} without infusion 6`}
      </Cell>
      <Cell label={COLUMNS.notMarked} rate={notMarked.responded}>
        {notMarked.withoutInfusion6 > 0 && `${countInFigures(notMarked.withoutInfusion6)} without infusion 6`}
      </Cell>
      <Cell label={COLUMNS.found} rate={found} />
      <Cell label={COLUMNS.falseAlarms} rate={falseAlarms} />
    </Table.Tr>
  );
}

/** Count of n, and from five on percent and interval; of nobody, that there is none. */
function Cell({ label, rate, children }: { label: string; rate: Rate; children?: ReactNode }) {
  const { count, n, percent, ci95 } = rate;
  const { text, interval, few } = shownFigure({ value: percent, unit: 'percent', ci95, n, count }, 0);
  return (
    <Table.Td>
      <Text size="xs" c="dimmed" className={classes.inCards}>
        {label}
      </Text>
      <Text fw={600} c={few ? 'dimmed' : undefined}>
        {n === 0 ? 'nobody' : `${countInFigures(count)} of ${countInFigures(n)}`}
      </Text>
      {n > 0 && (
        <Text size="xs" c="dimmed">
          {text === null ? 'too few for a percent' : `${text}\u00a0· 95 % ${interval ?? ''}`}
        </Text>
      )}
      {children && (
        <Text size="xs" c="dimmed">
          {children}
        </Text>
      )}
    </Table.Td>
  );
}
