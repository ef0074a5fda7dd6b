import { Alert, Button, Group, List, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { isNotSession } from '../../api/query-keys';
import { countInFigures } from '../../../domain/numbers/words';
import { Actions } from './actions';
import { FailureNotice } from './failure-notice';
import type { Report } from './import-stream';
import { marksOf } from './marks';
import { changeImport, type OpenImport } from './open-import';
import { RowTable } from './row-table';
import { run } from './run-import';
import { rowsUnder } from './sheet';
import { additions, countedAs } from './totals';

/** What the service makes of the rows: what would be saved, and every fault in its place. */
export function CheckStep({ open }: { open: OpenImport }) {
  const { report, running, failure, header } = open;
  const client = useQueryClient();
  const marks = useMemo(() => report && marksOf(report, header), [report, header]);
  const save = (task: 'save' | 'save-good') =>
    void run(task).then((saved) => {
      // Courses, patients and figures have changed.
      if (saved) void client.invalidateQueries({ predicate: isNotSession });
    });
  const again = () => {
    if (!failure || failure.task === 'check') void run('check');
    else save(failure.task);
  };
  return (
    <Stack gap="md">
      {running && <Running open={open} />}
      {failure && <FailureNotice {...failure} again={again} />}
      {report && marks && !running && (
        <>
          <Verdict report={report} />
          <General messages={marks.general.map(({ message }) => message)} />
          <Actions open={open} report={report} save={save} />
          {report.rows > 0 && <RowTable open={open} marks={marks} />}
        </>
      )}
      {!report && !running && (
        <Group>
          <Button variant="default" onClick={() => changeImport({ step: 'columns' })}>
            Back to the columns
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Running({ open: { running, rows, header } }: { open: OpenImport }) {
  const total = Math.max(1, rowsUnder(rows, header).length);
  const saving = running?.task !== 'check';
  const read = running?.progress?.rowsRead ?? 0;
  const writing = running?.progress?.phase === 'writing';
  // To save, every row is read twice: once to check all of them, once to write.
  const done = saving ? ((writing ? total : 0) + read) / (2 * total) : read / total;
  const doing = writing ? 'Saving' : 'Checking';
  return (
    <Paper withBorder p="md" radius="md" maw={640}>
      <Text fw={600} role="status">
        {saving ? 'Saving the rows …' : 'Checking the rows …'}
      </Text>
      <Progress.Root size="lg" my="sm">
        <Progress.Section value={Math.min(100, done * 100)} aria-label={saving ? 'Rows saved' : 'Rows checked'} />
      </Progress.Root>
      <Text size="sm" c="dimmed">
        {doing}: row {countInFigures(read)} of {countInFigures(total)}
      </Text>
    </Paper>
  );
}

/** The result is where one reads on, so it has the focus. */
function Verdict({ report }: { report: Report }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [report]);
  const { rows, rowsFailed, faultCount, warningCount, coursesUnchanged, alreadyImported } = report;
  const added = additions(report);
  return (
    <Paper withBorder p="md" radius="md" maw={860}>
      <Title order={2} size="h4" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {verdict(report)}
      </Title>
      {alreadyImported && (
        <Text mt="xs">This file was imported before, with the same columns. Importing it again changes nothing.</Text>
      )}
      {added.length > 0 && (
        <>
          <Text mt="xs">{rowsFailed > 0 ? 'The other rows would add:' : 'Saved, they add:'}</Text>
          <List>
            {added.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        </>
      )}
      <Text c="dimmed" size="sm" mt="xs">
        {[
          `${countedAs(rows, 'row', 'rows')} read`,
          ...(coursesUnchanged > 0
            ? [`${countedAs(coursesUnchanged, 'course is', 'courses are')} recorded already and stay as they are`]
            : []),
          ...(faultCount > 0 ? [countedAs(faultCount, 'fault', 'faults')] : []),
          ...(warningCount > 0
            ? [`${countedAs(warningCount, 'unusual value', 'unusual values')}, taken all the same`]
            : []),
        ].join('; ')}
        .
      </Text>
      {faultCount > report.faultsListed && (
        <Text mt="xs">
          Only the first {countInFigures(report.faultsListed)} faults are shown here. Correct them and check again, or
          download all failed rows with their faults.
        </Text>
      )}
    </Paper>
  );
}

function verdict(report: Report): string {
  const { rows, rowsFailed, faultCount } = report;
  if (rowsFailed > 0) return `${countedAs(rowsFailed, 'row has', 'rows have')} faults`;
  if (faultCount > 0) return 'The rows can’t be read so';
  if (additions(report).length === 0) return 'Everything in this file is recorded already';
  return rows === 1 ? 'The row is without faults' : `All ${countInFigures(rows)} rows are without faults`;
}

/** Faults of the header, or of the file as a whole. */
function General({ messages }: { messages: string[] }) {
  if (messages.length === 0) return null;
  return (
    <Alert color="orange" title="About the whole file" maw={860}>
      <List size="sm">
        {messages.map((message) => (
          <List.Item key={message}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
