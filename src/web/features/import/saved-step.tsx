import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { FailedRows } from './actions';
import { closeImport, type OpenImport } from './open-import';
import { additions, unclosed } from './totals';
import { counted } from '../../../domain/numbers/words';

/** What was saved, and where to look at it. */
export function SavedStep({ open }: { open: OpenImport }) {
  const { report } = open;
  if (!report) return null;
  const { rowsFailed, alreadyImported } = report;
  return (
    <Stack maw={860}>
      <Alert color="petrol" role="status" title={alreadyImported ? 'These rows were saved before' : 'Saved'}>
        {alreadyImported && (
          <Text mb="xs">The same file had been saved already; nothing was changed now. It added:</Text>
        )}
        <List>
          {additions(report).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        {unclosed(report) && <Text mt="xs">{unclosed(report)}</Text>}
        {rowsFailed > 0 && (
          <Text mt="xs">{counted(rowsFailed, 'row with faults was', 'rows with faults were')} left out.</Text>
        )}
      </Alert>
      <Group>
        {rowsFailed > 0 && <FailedRows open={open} />}
        <Button component={Link} href="/outcomes">
          See the outcomes
        </Button>
        <Button component={Link} href="/patients" variant="default">
          Patients
        </Button>
        <Button variant="default" onClick={closeImport}>
          Import another file
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        What was imported, by whom and when, is listed under Settings.
      </Text>
    </Stack>
  );
}
