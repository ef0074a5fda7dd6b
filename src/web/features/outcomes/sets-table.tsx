import { Box, Table, Text, VisuallyHidden } from '@mantine/core';
import { ANALYSIS_SETS, FEWEST_FOR_MODEL, type AnalysisSet } from '../../../domain/cohort/sets';
import { countInFigures } from '../../../domain/numbers/words';
import { DrillLink } from './drill-link';
import { HowCounted } from './how-counted';
import classes from './outcomes.module.css';
import { figureIn, shownFigure, type Figure } from '../../components/figures';

const SETS: readonly AnalysisSet[] = ['starters', 'completers', 'lastObserved', 'postSeries', 'modelBased'];

/** A figure as each analysis set has it, if the set defines it, and its best case. */
interface SetsRow {
  name: string;
  label: string;
  cells: { set: AnalysisSet; figure: Figure | undefined }[];
  bestCase: Figure | undefined;
}

/**
 * How the number depends on who is counted: each figure of the analysis sets, side by side. The bounds are with the
 * starters, whose rates are the worst case.
 */
export function SetsTable({ figures }: { figures: readonly Figure[] }) {
  return (
    <Box className={classes.wide} role="region" tabIndex={0} aria-label="Figures by analysis set">
      <Table verticalSpacing="sm" miw={1060} layout="fixed" className={classes.sets}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Figure</Table.Th>
            {SETS.map((set) => (
              <Table.Th key={set} scope="col">
                {ANALYSIS_SETS[set].label}
                <Text size="xs" c="dimmed" fw={400}>
                  {ANALYSIS_SETS[set].counts}
                  {set === 'starters' && ' So each rate is also the worst case; the best case is below it.'}
                </Text>
                <Text size="xs" c="dimmed" fw={400} fs="italic">
                  {ANALYSIS_SETS[set].fieldTerm}
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

function Row({ row: { label, cells, bestCase } }: { row: SetsRow }) {
  const defined = [...cells.map(({ figure }) => figure), bestCase].filter((figure) => figure !== undefined);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {label}
        <HowCounted figures={defined.map(withSet)} />
      </Table.Th>
      {cells.map(({ set, figure }) => (
        <Table.Td key={set}>
          {figure ? <Reading figure={figure} /> : <VisuallyHidden>not defined here</VisuallyHidden>}
          {set === 'starters' && bestCase && <BestCase figure={bestCase} />}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

function Reading({ figure }: { figure: Figure }) {
  const { set, label, value, count, n, group, countGroup } = figure;
  const { text, interval, few } = shownFigure(figure);
  const who = ANALYSIS_SETS[set].label.toLowerCase();
  return (
    <div className={classes.reading}>
      <Text fw={600} c={few ? 'dimmed' : undefined}>
        {set === 'modelBased' && value === null ? `from ${FEWEST_FOR_MODEL} completers on` : text}
      </Text>
      <Text size="xs" c="dimmed">
        {count === undefined ? (
          'n = '
        ) : (
          <>
            <DrillLink count={count} group={countGroup} of={`${label}, ${who}`} /> of{' '}
          </>
        )}
        <DrillLink count={n} group={group} of={`${who}, counted for ${label}`} />
        {interval && `\u00a0· ${interval}`}
      </Text>
    </div>
  );
}

/** The rate if everybody without a score at infusion 6 had achieved it. */
function BestCase({ figure }: { figure: Figure }) {
  const { label, count = 0, n, countGroup } = figure;
  const { text } = shownFigure(figure);
  return (
    <Text size="xs" c="dimmed" mt={4}>
      best case <DrillLink count={count} group={countGroup} of={label} /> of {countInFigures(n)}
      {text && `, ${text}`}
    </Text>
  );
}

/** The figures of a row differ by their set, and at the bounds by which of the two they are. */
function withSet(figure: Figure): Figure {
  const set = ANALYSIS_SETS[figure.set].label;
  const part = figure.set === 'bounds' ? `, ${figure.label.replace(/^.*, /, '')}` : '';
  return { ...figure, label: `${set}${part}` };
}

/** The figures of the sets as rows, rates first, in the order the API has them. */
function rowsOf(figures: readonly Figure[]): SetsRow[] {
  const own = figures.filter(({ set }) => set !== 'bounds');
  const labels = new Map(own.map(({ name, label }) => [name, label]));
  return [...labels].map(([name, label]) => ({
    name,
    label,
    cells: SETS.map((set) => ({ set, figure: figureIn(figures, set, name) })),
    bestCase: figureIn(figures, 'bounds', `${name}BestCase`),
  }));
}
