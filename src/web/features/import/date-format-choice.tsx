import { Fieldset, NativeSelect, Radio, Stack, Table, Text } from '@mantine/core';
import { isDayNumber } from '../../../domain/spreadsheet/day-number';
import { formatChoices, readAsWords } from './date-reading';
import type { DateFormat, DayCount } from './import-stream';
import { changeImport } from './open-import';

const LABELS: Record<DateFormat, string> = {
  iso: 'year-month-day only',
  'dd/mm/yyyy': 'day/month/year',
  'mm/dd/yyyy': 'month/day/year',
  'dd.mm.yyyy': 'day.month.year',
  'dd-mm-yyyy': 'day-month-year',
  'mm-dd-yyyy': 'month-day-year',
  'yyyy/mm/dd': 'year/month/day',
};

interface Props {
  /** Dates of the file that are not written year-month-day. */
  texts: readonly string[];
  chosen: DateFormat | null;
  dayCount: DayCount | null;
}

/** Says how the file writes its dates. Never guessed: 04/03 may be in March or in April. */
export function DateFormatChoice({ texts, chosen, dayCount }: Props) {
  const samples = texts.slice(0, 3);
  const fitting = formatChoices(texts, dayCount).filter(
    ({ format, unreadable }) => format === chosen || unreadable.length < texts.length,
  );
  const choices = fitting.length > 0 ? fitting : formatChoices(texts, dayCount);
  return (
    <Fieldset legend="How does this file write its dates?">
      <Radio.Group
        aria-label="How does this file write its dates?"
        value={chosen ?? ''}
        onChange={(format) => changeImport({ dateFormat: format as DateFormat })}
      >
        <Stack gap="xs">
          {choices.map(({ format, unreadable }) => (
            <Radio
              key={format}
              value={format}
              label={LABELS[format]}
              description={fitWords(unreadable, texts.length)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {chosen && (
        <Table mt="md" maw={480} fz="sm" captionSide="top">
          <Table.Caption ta="left" mt={0}>
            Dates of the file, as they would be read
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">In the file</Table.Th>
              <Table.Th scope="col">Read as</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {samples.map((text) => (
              <Table.Tr key={text}>
                <Table.Td>{text}</Table.Td>
                <Table.Td>{readAsWords(text, chosen, dayCount)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {texts.some(isDayNumber) && (
        <NativeSelect
          mt="md"
          maw={480}
          label="Numbers such as 46083 are days, counted"
          value={dayCount ?? ''}
          data={[
            { value: '', label: 'not said yet' },
            { value: '1900', label: 'from 1900, as Excel does' },
            { value: '1904', label: 'from 1904, as Excel on old Macs did' },
          ]}
          onChange={({ currentTarget: { value } }) =>
            changeImport({ dayCount: value === '' ? null : (value as DayCount) })
          }
        />
      )}
      <Text size="sm" c="dimmed" mt="sm">
        It is never guessed: 04/03/2026 may be in March or in April.
      </Text>
    </Fieldset>
  );
}

function fitWords(unreadable: readonly string[], all: number): string {
  if (unreadable.length === 0) return all === 1 ? 'fits the date' : `fits all ${all} different dates`;
  const such = unreadable.slice(0, 3).join(', ');
  return `${unreadable.length} of ${all} different dates can’t be read so, such as ${such}`;
}
