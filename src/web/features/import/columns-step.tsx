import { Alert, Button, Checkbox, Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Loaded } from '../../components/loaded';
import { ProblemNotice } from '../../components/problem-notice';
import { ColumnTable } from './column-table';
import { unclearDates } from './date-reading';
import { DateFormatChoice } from './date-format-choice';
import { meaningsQuery, problemsOf, type Meaning } from './meanings';
import { openFile } from './open-file';
import { beginImport, closeImport, confirm, leaveHiddenRowsOut, type OpenImport } from './open-import';
import { RememberedColumns } from './remembered-columns';
import { run } from './run-import';
import { columnName, isEmptyRow, likelyHeaders, rowsUnder, type ReadAs } from './sheet';
import { counted } from '../../../domain/numbers/words';

/** What each column means: first as the service understands the headers, then as the person says. */
export function ColumnsStep({ open }: { open: OpenImport }) {
  const all = useQuery(meaningsQuery);
  const { file } = open;
  const again = useMutation({
    mutationFn: (how: ReadAs) => openFile(file.source, file.megabytes, { ...file.how, ...how }),
    onSuccess: beginImport,
  });
  return (
    <Stack gap="md" maw={1100}>
      <WhichRows open={open} readAgain={again.mutate} />
      {again.error && <ProblemNotice error={again.error} />}
      <RememberedColumns file={file} readAgain={() => again.mutate({})} />
      <AboutTheFile open={open} readAgain={again.mutate} />
      <Loaded query={all} height={300}>
        {({ items }) => <Mapping open={open} all={items} />}
      </Loaded>
    </Stack>
  );
}

const DELIMITERS = [
  { value: 'comma', label: 'comma' },
  { value: 'semicolon', label: 'semicolon' },
  { value: 'tab', label: 'tab' },
  { value: 'pipe', label: 'pipe |' },
];

interface ReadAgain {
  open: OpenImport;
  readAgain: (how: ReadAs) => void;
}

function WhichRows({ open: { file, rows, header }, readAgain }: ReadAgain) {
  const { sheet, sheets, headerRows, format, delimiter, layout } = file.reading;
  const chosen = headerRows.join('-');
  const meant = file.reading.columns.flatMap(({ meaning }) => meaning ?? []);
  const hasTwice = new Set(meant).size < meant.length;
  const single = likelyHeaders(rows).map((at) => {
    const cells = (rows[at] ?? []).filter((cell) => cell.trim() !== '').slice(0, 4);
    return { value: String(at + 1), label: `${at + 1}: ${cells.join(', ')}`.slice(0, 60) };
  });
  const known = single.some(({ value }) => value === chosen);
  const candidates = known ? single : [...single, { value: chosen, label: `rows ${chosen} together` }];
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <Stack gap={0}>
          <Title order={2} size="h4">
            {file.name}
          </Title>
          <Text c="dimmed" size="sm">
            {counted(rowsUnder(rows, header).length, 'row')} under the header
          </Text>
        </Stack>
        <Button variant="default" size="sm" onClick={closeImport}>
          Choose another file
        </Button>
      </Group>
      <Group gap="md" align="flex-end">
        {sheets.length > 1 && (
          <NativeSelect
            label="Sheet"
            value={sheet ?? ''}
            data={sheets.map(({ name, hidden }) => ({ value: name, label: hidden ? `${name} (hidden)` : name }))}
            onChange={({ currentTarget }) => readAgain({ sheet: currentTarget.value, headerRow: undefined })}
          />
        )}
        {format === 'csv' && (
          <NativeSelect
            label="Between the cells"
            value={delimiter}
            data={DELIMITERS}
            onChange={({ currentTarget: { value } }) =>
              readAgain({ delimiter: value as typeof delimiter, headerRow: undefined })
            }
          />
        )}
        {(layout === 'visits' || hasTwice || file.how.numberFrom) && (
          <NativeSelect
            label="Number of the first visit"
            value={file.how.numberFrom ?? '1'}
            data={['1', '0']}
            onChange={({ currentTarget: { value } }) => readAgain({ numberFrom: value as '0' | '1' })}
          />
        )}
        <NativeSelect
          label="Row with the names of the columns"
          value={chosen}
          data={candidates}
          maw="100%"
          onChange={({ currentTarget }) => readAgain({ headerRow: currentTarget.value })}
        />
      </Group>
    </>
  );
}

/** What the service says of the file as a whole; what is asked waits for an answer. */
function AboutTheFile({ open, readAgain }: ReadAgain) {
  const { file, confirmed, rows } = open;
  const { faults, warnings } = file.reading;
  const hidden = file.hidden.some((at) => !isEmptyRow(rows[at] ?? []));
  const asked = faults.filter(({ rule }) => rule !== 'rows-hidden' || hidden);
  if (asked.length + warnings.length === 0) return null;
  return (
    <Alert color="orange" title="About the whole file">
      <Stack gap="xs">
        {asked.map(({ message, rule }) => (
          <Group key={message} gap="sm">
            <Checkbox
              label={message}
              checked={confirmed.has(message)}
              onChange={({ currentTarget }) => confirm(message, currentTarget.checked)}
            />
            {rule === 'columns-left-over' && file.how.numberFrom !== '0' && /number from 0/.test(message) && (
              <Button size="xs" variant="default" onClick={() => readAgain({ numberFrom: '0' })}>
                Number from 0
              </Button>
            )}
            {rule === 'rows-hidden' && (
              <Button size="xs" variant="default" onClick={leaveHiddenRowsOut}>
                Leave the hidden rows out
              </Button>
            )}
          </Group>
        ))}
        {warnings.map(({ message }) => (
          <Text key={message} size="sm">
            {message}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}

/** What of the file as a whole has not been answered; columns that were all given a meaning are. */
function unanswered({ file, confirmed, chosen, rows }: OpenImport): number {
  return file.reading.faults.filter(({ rule, message, columnNumbers = [] }) => {
    if (confirmed.has(message)) return false;
    if (rule === 'rows-hidden') return file.hidden.some((at) => !isEmptyRow(rows[at] ?? []));
    return columnNumbers.length === 0 || !columnNumbers.every((place) => chosen.has(place - 1));
  }).length;
}

function Mapping({ open, all }: { open: OpenImport; all: Meaning[] }) {
  const { file, rows, header, dateFormat, dayCount, meanings } = open;
  const headerRow = file.reading.columns.map((column) => column.header);
  const names = headerRow.map((_, at) => columnName(headerRow, at));
  const { twice, missing } = problemsOf(meanings, names, all);
  const dated = new Set(all.filter(({ holdsDates }) => holdsDates).map(({ name }) => name));
  const columns = meanings.flatMap((name, at) => (dated.has(name) ? [at] : []));
  const unclear = unclearDates(rows, header, columns, dayCount);
  const questions = unanswered(open);
  const faults = [
    ...missing.map(({ label }) => `No column means “${label}” yet; it is needed.`),
    ...[...twice.keys()].map((at) => `Two columns mean the same; “${names[at] ?? ''}” is the second.`),
    ...(questions > 0 ? [`Answer ${counted(questions, 'question')} about the whole file, above.`] : []),
    ...(unclear.length > 0 && dateFormat === null ? ['Say how this file writes its dates.'] : []),
    ...(rows.slice(header + 1).every(isEmptyRow) ? ['There is no row under the header.'] : []),
  ];
  return (
    <Stack gap="lg">
      <ColumnTable open={open} all={all} twice={twice} />
      {unclear.length > 0 && <DateFormatChoice texts={unclear} chosen={dateFormat} dayCount={dayCount} />}
      <div role="status">
        {faults.length > 0 && (
          <Alert color="orange" title="Before the rows can be checked">
            <List size="sm">
              {faults.map((fault) => (
                <List.Item key={fault}>{fault}</List.Item>
              ))}
            </List>
          </Alert>
        )}
      </div>
      <Group>
        <Button disabled={faults.length > 0} onClick={() => void run('check')}>
          Check the rows
        </Button>
        <Text size="sm" c="dimmed">
          Nothing is saved yet.
        </Text>
      </Group>
    </Stack>
  );
}
