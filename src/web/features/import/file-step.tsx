import { Alert, Button, Group, Loader, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type DragEvent } from 'react';
import { Loaded } from '../../components/loaded';
import { saveCsv } from '../../components/save-file';
import classes from './import.module.css';
import { meaningsQuery } from './meanings';
import { openFile } from './open-file';
import { beginImport } from './open-import';

const EXAMPLE = [
  ['chart_number', 'date_1', 'score_1', 'date_2', 'score_2', '…', 'date_6', 'score_6'],
  ['A-1042', '2026-03-04', '35', '2026-03-07', '24', '…', '2026-03-21', '11'],
  ['A-1043', '2026-03-05', '41', '2026-03-08', '', '…', '2026-03-22', '30'],
];

/** Where a spreadsheet is dropped or chosen, and what it should hold. */
export function FileStep() {
  const query = useQuery(meaningsQuery);
  return (
    <Loaded query={query} height={220}>
      {({ megabytes }) => (
        <Stack gap="lg" maw={860}>
          <DropZone megabytes={megabytes} />
          <Layout />
        </Stack>
      )}
    </Loaded>
  );
}

function DropZone({ megabytes }: { megabytes: number }) {
  const [over, setOver] = useState(false);
  const opening = useMutation({
    mutationFn: (file: File) => openFile(file, megabytes),
    onSuccess: beginImport,
  });
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) opening.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <Stack gap="sm">
      <label
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={drag}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          type="file"
          className={classes.file}
          accept=".csv,.tsv,.txt,.xlsx,.xls,text/csv"
          aria-describedby="file-hint"
          onChange={({ currentTarget }) => {
            take(currentTarget.files);
            // The same file can be chosen again once it is corrected.
            currentTarget.value = '';
          }}
        />
        <Text span fw={600} size="lg">
          {opening.isPending ? 'Reading the file …' : 'Drop a spreadsheet here, or choose a file'}
        </Text>
        {opening.isPending && <Loader size="sm" />}
      </label>
      <Text id="file-hint" size="sm" c="dimmed">
        CSV or Excel (.xlsx), at most {megabytes} MB. The file is sent to your clinic’s service, which reads it; nothing
        of it is kept before you save.
      </Text>
      {opening.error && (
        <Alert color="orange" role="alert" title="This file can’t be opened">
          {opening.error.message}
        </Alert>
      )}
    </Stack>
  );
}

function Layout() {
  const [header = [], ...rows] = EXAMPLE;
  return (
    <Paper withBorder p="md" radius="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          What it should hold
        </Title>
        <Button variant="default" size="xs" onClick={() => saveCsv('scores.csv', template())}>
          Download an empty one
        </Button>
      </Group>
      <Text size="sm" mb="sm">
        One row a course, one column each for the date and the score at each infusion. Other names of columns, other
        columns beside them and other ways of writing dates are fine: you say what they mean in the next step. An empty
        score before a later one counts as a missed visit.
      </Text>
      <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table withTableBorder withColumnBorders fz="sm">
          <Table.Thead>
            <Table.Tr>
              {header.map((name) => (
                <Table.Th key={name} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row[0]}>
                {row.map((cell, at) => (
                  <Table.Td key={header[at]}>{cell}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function template(): string {
  const visits = [1, 2, 3, 4, 5, 6].flatMap((infusion) => [`date_${infusion}`, `score_${infusion}`]);
  return `${['chart_number', ...visits, 'stopped_reason'].join(',')}\n`;
}
