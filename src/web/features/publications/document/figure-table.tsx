import { Box, Table, Text } from '@mantine/core';
import { ANALYSIS_SETS } from '../../../../domain/cohort/sets';
import type { PublicFigure } from '../publication';
import classes from '../publications.module.css';
import { WithApproval } from './with-approval';
import { basisInWords, publicValue } from '../words';

interface Props {
  figures: readonly PublicFigure[];
  /** What the table is called; no two of a page are called the same. */
  label: string;
}

/** Every figure with its set, n and interval; one that is withheld is gray and says why. */
export function FigureTable({ figures, label }: Props) {
  if (figures.length === 0) return <Text c="dimmed">No figure is chosen.</Text>;
  return (
    <Box className={classes.wide} role="region" tabIndex={0} aria-label={label}>
      <Table verticalSpacing="sm" className={classes.figures}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Figure</Table.Th>
            <Table.Th scope="col">Value, of how many, and how sure</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map((figure) => (
            <Row key={`${figure.set}.${figure.name}`} figure={figure} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

function Row({ figure }: { figure: PublicFigure }) {
  const { set, label, howCounted, estimator, interval, withheld } = figure;
  return (
    <Table.Tr className={withheld ? classes.withheld : undefined}>
      <Table.Th scope="row" fw={500}>
        {label}
        <Text size="sm" c="dimmed">
          {ANALYSIS_SETS[set].label}
        </Text>
        <details className={classes.how}>
          <summary>How is this counted?</summary>
          <Text size="sm" fw={400}>
            {howCounted} Estimated as {estimator}
            {interval === 'none' ? '; no interval is computed.' : `, interval: ${interval}.`}
          </Text>
        </details>
      </Table.Th>
      <Table.Td>
        <Value figure={figure} />
      </Table.Td>
    </Table.Tr>
  );
}

function Value({ figure }: { figure: PublicFigure }) {
  const { n, withheld } = figure;
  if (withheld) {
    return (
      <>
        <Text fw={600}>Withheld</Text>
        <Text size="sm" maw={420}>
          {withheld.reason}
        </Text>
      </>
    );
  }
  if (n === null) return <WithApproval />;
  return (
    <>
      <div className={classes.value}>{publicValue(figure)}</div>
      <Text size="sm" c="dimmed">
        {basisInWords(figure)}
      </Text>
    </>
  );
}
