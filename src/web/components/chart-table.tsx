import { Box, Table, Text, VisuallyHidden } from '@mantine/core';
import { inWords } from '../../domain/numbers/words';
import type { Schemas } from '../api/client';
import classes from './chart-figure.module.css';

/** The data of a chart as a table, for readers who can't see the chart or want its values. */
export function ChartTable({
  table,
  note = 'Rounded to one decimal here; CSV and JSON have every digit.',
}: {
  table: Schemas['ChartTable'];
  note?: string;
}) {
  return (
    <Box>
      <Box className={classes.table} role="region" tabIndex={0} aria-label={`Table: ${table.caption}`}>
        <Table captionSide="top" stickyHeader withRowBorders>
          <Table.Caption ta="left">{table.caption}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              {table.columns.map((column, at) => (
                <Table.Th key={column} scope="col" ta={isNumeric(table, at) ? 'right' : 'left'}>
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.rows.map((row, place) => (
              // A row has no name of its own; rows never move.
              <Table.Tr key={place}>
                {row.map((value, at) => (
                  <Table.Td key={at} ta={isNumeric(table, at) ? 'right' : 'left'}>
                    <Value value={value} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      <Text size="xs" c="dimmed" mt={4}>
        {note}
      </Text>
    </Box>
  );
}

function Value({ value }: { value: string | number | null }) {
  if (value !== null) return typeof value === 'number' ? shown(value) : value;
  return (
    <>
      <span aria-hidden>–</span>
      <VisuallyHidden>no value</VisuallyHidden>
    </>
  );
}

function isNumeric({ rows }: Schemas['ChartTable'], column: number): boolean {
  return rows.some((row) => typeof row[column] === 'number');
}

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : inWords(value);
}
