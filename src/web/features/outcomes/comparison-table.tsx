import { Box, Table, Text, Title } from '@mantine/core';
import { ANALYSIS_SETS } from '../../../domain/cohort/sets';
import type { Schemas } from '../../api/client';
import { DrillLink } from './drill-link';
import classes from './outcomes.module.css';
import type { ComparedPeriods } from './filters/periods';
import { showDifference, showDifferenceInterval, shownFigure } from '../../components/figures';

type Compared = Schemas['ComparedFigure'];

const SETS = ['starters', 'completers', 'lastObserved', 'postSeries', 'modelBased'] as const;

/** Each figure of both periods, and the first minus the second; starters first. */
export function ComparisonTable({ figures, asked, unfinished }: Omit<Props, 'set'>) {
  return SETS.map((set) => (
    <Box key={set} mb="lg">
      <Title order={3} size="h4">
        {ANALYSIS_SETS[set].label}
      </Title>
      <Text size="sm" c="dimmed">
        {ANALYSIS_SETS[set].counts} In trials: {ANALYSIS_SETS[set].fieldTerm}.
      </Text>
      <SetTable
        set={set}
        figures={figures.filter((figure) => figure.set === set)}
        asked={asked}
        unfinished={unfinished}
      />
    </Box>
  ));
}

interface Props {
  set: (typeof SETS)[number];
  figures: readonly Compared[];
  asked: ComparedPeriods;
  /** Of each side, how many courses are under way, in words; null where none is. */
  unfinished: Record<keyof ComparedPeriods, string | null>;
}

function SetTable({ set, figures, asked: { period, against }, unfinished }: Props) {
  return (
    <Box
      className={classes.wide}
      role="region"
      tabIndex={0}
      aria-label={`Figures of ${ANALYSIS_SETS[set].label.toLowerCase()}`}
    >
      <Table verticalSpacing="xs" miw={720} layout="fixed" className={classes.sets}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Figure</Table.Th>
            <Table.Th scope="col">
              {period} <Unfinished words={unfinished.period} />
            </Table.Th>
            <Table.Th scope="col">
              {against} <Unfinished words={unfinished.against} />
            </Table.Th>
            <Table.Th scope="col">
              {period} minus {against}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((figure) => (
            <Table.Tr key={figure.name}>
              <Table.Th scope="row" fw={500}>
                {figure.label}
                <How figure={figure} />
              </Table.Th>
              <Side figure={figure} side="period" started={period} />
              <Side figure={figure} side="against" started={against} />
              <Difference figure={figure} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

function How({ figure }: { figure: Compared }) {
  return (
    <details className={classes.how}>
      <summary>How is this counted?</summary>
      <Text size="sm">
        {figure.howCounted} Interval of the difference: {figure.interval}.
      </Text>
    </details>
  );
}

function Side({ figure, side, started }: { figure: Compared; side: 'period' | 'against'; started: string }) {
  const { label, unit, group, countGroup } = figure;
  const { n, count } = figure[side];
  const changes = { period: started, against: null };
  const { text, interval, few } = shownFigure({ ...figure[side], unit });
  return (
    <Table.Td>
      <Text fw={600} c={few ? 'dimmed' : undefined}>
        {text}
      </Text>
      <Text size="xs" c="dimmed">
        {count === undefined ? (
          'n = '
        ) : (
          <>
            <DrillLink {...{ count, changes }} group={countGroup} of={`${label}, started in ${started}`} /> of{' '}
          </>
        )}
        <DrillLink {...{ group, changes }} count={n} of={`counted for ${label}, started in ${started}`} />
        {interval && `\u00a0· ${interval}`}
      </Text>
    </Table.Td>
  );
}

function Difference({ figure: { difference, ci95, unit, period, against } }: { figure: Compared }) {
  const sides = [period, against].map((side) => shownFigure({ ...side, unit }));
  if (sides.some(({ text }) => text === null)) {
    return (
      <Table.Td>
        <Text c="dimmed">too few to compare</Text>
      </Table.Td>
    );
  }
  const interval = showDifferenceInterval(ci95, unit);
  return (
    <Table.Td>
      <Text fw={600} c={sides.some(({ few }) => few) ? 'dimmed' : undefined}>
        {showDifference(difference, unit)}
      </Text>
      <Text size="xs" c="dimmed">
        {interval ? `95 % interval ${interval}` : 'without an interval'}
      </Text>
    </Table.Td>
  );
}

function Unfinished({ words }: { words: string | null }) {
  return words !== null && <span className={classes.quiet}>{words}</span>;
}
