import { Box, Table, Text } from '@mantine/core';
import { ANALYSIS_SETS, type AnalysisSet } from '../../../domain/cohort/sets';
import { DrillLink } from './drill-link';
import { HowCounted } from './how-counted';
import classes from './outcomes.module.css';
import { showInterval, showValue, type Figure } from '../../components/figures';

const SETS: readonly AnalysisSet[] = ['starters', 'completers', 'lastObserved', 'bounds'];

/** A figure as each analysis set has it: none where the set does not define it, two at the bounds. */
interface SetsRow {
  name: string;
  label: string;
  cells: { set: AnalysisSet; figures: Figure[] }[];
}

/** How the number depends on who is counted: each figure of the four analysis sets, side by side. */
export function SetsTable({ figures }: { figures: readonly Figure[] }) {
  return (
    <Box className={classes.wide} role="region" tabIndex={0} aria-label="Figures by analysis set">
      <Table verticalSpacing="sm" miw={900} layout="fixed" className={classes.sets}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Figure</Table.Th>
            {SETS.map((set) => (
              <Table.Th key={set} scope="col">
                {ANALYSIS_SETS[set].label}
                <Text size="xs" c="dimmed" fw={400}>
                  {ANALYSIS_SETS[set].counts}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rowsOf(figures).map((row) => (
            <Row key={row.name} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

function Row({ row: { label, cells } }: { row: SetsRow }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {label}
        <HowCounted figures={cells.flatMap(({ figures }) => figures).map(withSet)} />
      </Table.Th>
      {cells.map(({ set, figures }) => (
        <Table.Td key={set}>
          {figures.length === 0 && (
            <Text size="sm" c="dimmed">
              not defined here
            </Text>
          )}
          {figures.map((figure) => (
            <Reading key={figure.name} figure={figure} />
          ))}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Reading({ figure }: { figure: Figure }) {
  const { set, label, value, unit, ci95, count, n, group, countGroup } = figure;
  const interval = showInterval(ci95, unit);
  const who = ANALYSIS_SETS[set].label.toLowerCase();
  return (
    <div className={classes.reading}>
      {set === 'bounds' && <Text size="xs">{label.replace(/^.*, /, '')}</Text>}
      <Text fw={600}>{showValue(value, unit)}</Text>
      <Text size="xs" c="dimmed">
        {count === undefined ? (
          'n = '
        ) : (
          <>
            <DrillLink count={count} group={countGroup} of={`${label}, ${who}`} /> of{' '}
          </>
        )}
        <DrillLink count={n} group={group} of={`${who}, counted for ${label}`} />
        {interval && ` · ${interval}`}
      </Text>
    </div>
  );
}

/** The figures of a row differ by their set, and at the bounds by which of the two they are. */
function withSet(figure: Figure): Figure {
  const set = ANALYSIS_SETS[figure.set].label;
  const part = figure.set === 'bounds' ? `, ${figure.label.replace(/^.*, /, '')}` : '';
  return { ...figure, label: `${set}${part}` };
}

/** The figures of the four sets as rows, rates first, in the order the API has them. */
function rowsOf(figures: readonly Figure[]): SetsRow[] {
  const own = figures.filter(({ set }) => set !== 'bounds');
  const labels = new Map(own.map(({ name, label }) => [name, label]));
  return [...labels].map(([name, label]) => ({
    name,
    label,
    cells: SETS.map((set) => ({
      set,
      figures: figures.filter((figure) => figure.set === set && namedSo(figure, name)),
    })),
  }));
}

/** The bounds have each rate twice: at its worst and at its best. */
function namedSo({ set, name }: Figure, wanted: string): boolean {
  if (set !== 'bounds') return name === wanted;
  return name === `${wanted}WorstCase` || name === `${wanted}BestCase`;
}
