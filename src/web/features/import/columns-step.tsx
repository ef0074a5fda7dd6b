import { Alert, Button, Group, List, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryKeys } from '../../api/query-keys';
import { Loaded } from '../../components/loaded';
import { ColumnTable } from './column-table';
import { unclearDates } from './date-reading';
import { DateFormatChoice } from './date-format-choice';
import { meaningsQuery, problemsOf, understood, type Meaning } from './meanings';
import { changeImport, chooseHeader, chooseSheet, closeImport, type OpenImport } from './open-import';
import { run } from './run-import';
import { isEmptyRow, likelyHeaders, columnName, rowsUnder } from './sheet';
import { countedAs } from './totals';

/** What each column means: first as the service understands the headers, then as the person says. */
export function ColumnsStep({ open }: { open: OpenImport }) {
  const { rows, header, meanings } = open;
  const headerRow = rows[header] ?? [];
  const all = useQuery(meaningsQuery);
  const proposal = useQuery({
    queryKey: queryKeys.importProposal(headerRow),
    queryFn: () => understood(headerRow),
    gcTime: 0,
  });
  useEffect(() => {
    if (meanings === null && proposal.data) changeImport({ meanings: proposal.data });
  }, [meanings, proposal.data]);
  return (
    <Stack gap="md" maw={1100}>
      <WhichRows open={open} />
      <Loaded query={all} height={300}>
        {({ items }) => (
          <Loaded query={proposal} height={300}>
            {() => meanings && <Mapping open={open} chosen={meanings} all={items} />}
          </Loaded>
        )}
      </Loaded>
    </Stack>
  );
}

function WhichRows({ open: { file, sheet, rows, header } }: { open: OpenImport }) {
  const candidates = likelyHeaders(rows).map((at) => {
    const cells = (rows[at] ?? []).filter((cell) => cell.trim() !== '').slice(0, 4);
    return { value: String(at), label: `${at + 1}: ${cells.join(', ')}`.slice(0, 60) };
  });
  return (
    <>
      <Group justify="space-between" align="flex-start">
        <Stack gap={0}>
          <Title order={2} size="h4">
            {file.name}
          </Title>
          <Text c="dimmed" size="sm">
            {countedAs(rowsUnder(rows, header).length, 'row', 'rows')} under the header
          </Text>
        </Stack>
        <Button variant="default" size="sm" onClick={closeImport}>
          Choose another file
        </Button>
      </Group>
      <Group gap="md" align="flex-end">
        {file.sheets.length > 1 && (
          <NativeSelect
            label="Sheet"
            value={String(sheet)}
            data={file.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
            onChange={({ currentTarget }) => chooseSheet(Number(currentTarget.value))}
          />
        )}
        <NativeSelect
          label="Row with the names of the columns"
          value={String(header)}
          data={candidates}
          maw="100%"
          onChange={({ currentTarget }) => chooseHeader(Number(currentTarget.value))}
        />
      </Group>
    </>
  );
}

interface MappingProps {
  open: OpenImport;
  chosen: readonly string[];
  all: Meaning[];
}

function Mapping({ open, chosen, all }: MappingProps) {
  const { rows, header, dateFormat } = open;
  const headerRow = rows[header] ?? [];
  const names = headerRow.map((_, at) => columnName(headerRow, at));
  const { twice, missing } = problemsOf(chosen, names, all);
  const dated = new Set(all.filter(({ holdsDates }) => holdsDates).map(({ name }) => name));
  const columns = chosen.flatMap((name, at) => (dated.has(name) ? [at] : []));
  const unclear = unclearDates(rows, header, columns);
  const faults = [
    ...missing.map(({ label }) => `No column means “${label}” yet; it is needed.`),
    ...[...twice.keys()].map((at) => `Two columns mean the same; “${names[at] ?? ''}” is the second.`),
    ...(unclear.length > 0 && dateFormat === null ? ['Say how this file writes its dates.'] : []),
    ...(rows.slice(header + 1).every(isEmptyRow) ? ['There is no row under the header.'] : []),
  ];
  return (
    <Stack gap="lg">
      <ColumnTable rows={rows} header={header} chosen={chosen} all={all} twice={twice} />
      {unclear.length > 0 && <DateFormatChoice texts={unclear} chosen={dateFormat} />}
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
