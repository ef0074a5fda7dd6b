import { Alert, Button, Checkbox, Group, List, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { isNotSession } from '../../api/query-keys';
import { countInFigures, counted } from '../../../domain/numbers/words';
import { Actions } from './actions';
import { FailureNotice } from './failure-notice';
import type { Cause, Report } from './import-stream';
import { marksOf } from './marks';
import { accept, changeImport, type OpenImport } from './open-import';
import { RowTable } from './row-table';
import { run } from './run-import';
import { rowsUnder } from './sheet';
import { additions, unclosed } from './totals';

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
          <Causes open={open} causes={report.causes} />
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
      {unclosed(report) && <Text mt="xs">{unclosed(report)}</Text>}
      <Text c="dimmed" size="sm" mt="xs">
        {[
          `${counted(rows, 'row')} read`,
          ...(coursesUnchanged > 0
            ? [`${counted(coursesUnchanged, 'course is', 'courses are')} recorded already and stay as they are`]
            : []),
          ...(faultCount > 0 ? [counted(faultCount, 'fault')] : []),
          ...(warningCount > 0 ? [`${counted(warningCount, 'unusual value')}, taken all the same`] : []),
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
  const { rows, rowsFailed, faultCount, causes } = report;
  if (rowsFailed > 0) return `${counted(rowsFailed, 'row has', 'rows have')} faults`;
  const faults = causes.filter(({ kind }) => kind === 'fault');
  if (faults.length > 0 && faults.every(({ acceptable }) => acceptable)) return 'Something needs your answer first';
  if (faultCount > 0) return 'The rows can’t be read so';
  if (additions(report).length === 0) return 'Everything in this file is recorded already';
  return rows === 1 ? 'The row is without faults' : `All ${countInFigures(rows)} rows are without faults`;
}

/** What is wrong or unusual, each cause once; what may be right as it is can be accepted. */
function Causes({ open: { accepted }, causes }: { open: OpenImport; causes: readonly Cause[] }) {
  if (causes.length === 0) return null;
  const taken = (rule: string) => accepted.has(rule);
  return (
    <Alert color="orange" title="What to look at" maw={860}>
      <Stack gap="xs">
        {causes.map((cause) => (
          <Stack key={`${cause.kind} ${cause.rule}`} gap={2}>
            <Text size="sm">
              {cause.message} <Where cause={cause} />
            </Text>
            {cause.acceptable && (cause.kind === 'fault' || taken(cause.rule)) && (
              <Checkbox
                size="sm"
                label={
                  cause.count === 1 ? 'Accept it as it is' : `Accept all ${countInFigures(cause.count)} as they are`
                }
                checked={taken(cause.rule)}
                onChange={({ currentTarget }) => accept(cause.rule, currentTarget.checked)}
              />
            )}
          </Stack>
        ))}
      </Stack>
    </Alert>
  );
}

function Where({ cause: { count, rows, kind } }: { cause: Cause }) {
  const listed = `${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${count > rows.length && rows.length > 1 ? ' …' : ''}`;
  const what = kind === 'fault' ? '' : ', taken all the same';
  return (
    <Text span size="sm" c="dimmed">
      ({count === 1 ? listed : `${counted(count, 'cell')}, ${listed}`}
      {what})
    </Text>
  );
}
