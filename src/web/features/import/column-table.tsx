import { Select, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import cards from '../../components/cards.module.css';
import classes from './import.module.css';
import type { Meaning } from './meanings';
import { chooseMeaning, type OpenImport } from './open-import';
import { letterOf, columnName, samplesOf } from './sheet';
import { counted } from '../../../domain/numbers/words';

const LEFT_OUT = '-';
/** Follow-ups are many; those that are not shown are found by typing. */
const SHOWN = 60;

interface Props {
  open: OpenImport;
  all: Meaning[];
  /** Sentences beside columns that mean the same as one before. */
  twice: ReadonlyMap<number, string>;
}

/** The columns of the file, with the first cells of each, and what each means. */
export function ColumnTable({ open: { file, rows, header, meanings }, all, twice }: Props) {
  const choices = useMemo(() => choicesOf(all), [all]);
  const headerRow = file.reading.columns.map((column) => column.header);
  return (
    <Table withTableBorder verticalSpacing={5} layout="fixed" className={`${classes.columns} ${cards.cards}`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Column of the file</Table.Th>
          <Table.Th scope="col">First values</Table.Th>
          <Table.Th scope="col">Means</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {meanings.map((name, at) => (
          <Table.Tr key={at} data-left-out={name === '' || undefined}>
            <Table.Th scope="row" fw={600}>
              {columnName(headerRow, at)}{' '}
              <Text span size="xs" c="dimmed" fw={400}>
                {letterOf(at)}
              </Text>
            </Table.Th>
            <Table.Td>
              <Text size="sm" c="dimmed" lineClamp={2}>
                {samplesOf(rows, header, at).join('\u00a0· ') || 'empty'}
              </Text>
              {name === '' && (
                <Text size="xs" c="dimmed">
                  {counted(file.reading.columns[at]?.filled ?? 0, 'cell')}, not imported
                </Text>
              )}
            </Table.Td>
            <Table.Td className={cards.whole}>
              <Select
                aria-label={`Meaning of ${columnName(headerRow, at)}, column ${letterOf(at)}`}
                data={choices}
                value={name === '' ? LEFT_OUT : name}
                onChange={(value) => chooseMeaning(at, nameSaid(value))}
                error={twice.get(at)}
                searchable
                limit={SHOWN}
                allowDeselect={false}
                nothingFoundMessage="Nothing is called so."
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function nameSaid(name: string | null): string {
  return name === null || name === LEFT_OUT ? '' : name;
}

function choicesOf(all: Meaning[]) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { group, name, label } of all) {
    groups.set(group, [...(groups.get(group) ?? []), { value: name, label }]);
  }
  const leftOut = { value: LEFT_OUT, label: 'Not imported' };
  return [leftOut, ...[...groups].map(([group, items]) => ({ group, items }))];
}
