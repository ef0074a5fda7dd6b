import { Box, Table, Text, VisuallyHidden } from '@mantine/core';
import { isCalendarDate } from '../../domain/calendar/calendar';
import { dateInWords } from '../../domain/calendar/date-words';
import { QUARTER_PATTERN, quarterInWords } from '../../domain/calendar/period';
import { countInFigures, inWords } from '../../domain/numbers/words';
import type { Schemas } from '../api/client';
import classes from './chart-figure.module.css';

/** Letters of a text that stays on a line. */
const SHORT = 16;

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
          <Table.Caption ta="left">
            <span className={classes.caption}>{table.caption}</span>
          </Table.Caption>
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
                  <Table.Td
                    key={at}
                    ta={isNumeric(table, at) ? 'right' : 'left'}
                    className={isShort(value) ? classes.whole : undefined}
                  >
                    <Value value={value} isWhole={isWhole(table, at)} />
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

function Value({ value, isWhole }: { value: string | number | null; isWhole: boolean }) {
  if (value !== null) return typeof value === 'number' ? shown(value, isWhole) : inReadersWords(value);
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

/** Counts have no decimals; of means all have one, so that they can be compared at a look. */
function isWhole({ rows }: Schemas['ChartTable'], column: number): boolean {
  return rows.every(({ [column]: value }) => typeof value !== 'number' || Number.isInteger(value));
}

function shown(value: number, isWhole: boolean): string {
  return isWhole ? countInFigures(value) : inWords(value);
}

/** Files have quarters and days as programs read them. */
function inReadersWords(value: string): string {
  if (QUARTER_PATTERN.test(value)) return quarterInWords(value);
  return isCalendarDate(value) ? dateInWords(value) : value;
}

/** `Infusion 1` is not parted. */
function isShort(value: string | number | null): boolean {
  return typeof value === 'string' && value.length <= SHORT;
}
