import { Box, Button, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { AUDIT_ACTIONS } from '../../../domain/audit/actions';
import { capital } from '../../../domain/numbers/words';
import type { Schemas } from '../../api/client';
import { showInstant } from '../dates';
import { LogSection } from '../lists/log-section';
import { fieldWords, valueWords } from './history-words';

type Entry = Schemas['HistoryEntryResponse'];

interface Props {
  /** Of the clinic, in which instants are shown. */
  timeZone: string;
  /** Of what: `the patient`. */
  of: string;
  /** Under which answers of the service are kept; invalidated with the thing itself. */
  queryKey: readonly string[];
  read: (query: { limit: number; after?: string }) => Promise<{ items: Entry[]; next: string | null }>;
}

/** What something said before and who changed it, asked for when somebody wants to see it. */
export function HistorySection(props: Props) {
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <Stack gap="sm" align="flex-start">
      <Button variant="default" size="xs" aria-expanded={opened} onClick={toggle}>
        {opened ? 'Hide the history' : 'History'} of {props.of}
      </Button>
      {opened && (
        <Box w="100%">
          <Entries {...props} />
        </Box>
      )}
    </Stack>
  );
}

function Entries({ of, timeZone, queryKey, read }: Props) {
  const query = useInfiniteQuery({
    queryKey: [...queryKey, 'history'],
    queryFn: ({ pageParam }) => read({ limit: 20, ...pageParam }),
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next === null ? null : { after: next }),
  });
  return (
    <LogSection
      title={`History of ${of}`}
      lead="What was corrected, latest first. Nobody can change it."
      columns={['When', 'Who', 'What', 'Before', 'After']}
      query={query}
      empty="Nothing was corrected yet."
      row={(entry) => <EntryRows key={entry.position} entry={entry} timeZone={timeZone} />}
    />
  );
}

function EntryRows({ entry, timeZone }: { entry: Entry; timeZone: string }) {
  const { at, staffId, staffName, action, changes, detail } = entry;
  const who = staffId === null ? 'The server' : (staffName ?? 'Somebody');
  const rows = changes.length > 0 ? changes : [null];
  return rows.map((change, index) => (
    <Table.Tr key={change?.field ?? 'whole'}>
      <Table.Td>{index === 0 && showInstant(at, timeZone)}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{index === 0 && who}</Table.Td>
      {change ? (
        <>
          <Table.Td>{fieldWords(change.field)}</Table.Td>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>{valueWords(change.field, change.before)}</Table.Td>
          <Table.Td style={{ overflowWrap: 'anywhere' }}>{valueWords(change.field, change.after)}</Table.Td>
        </>
      ) : (
        <Table.Td colSpan={3}>
          {capital(AUDIT_ACTIONS[action])}
          {detail && (
            <Text size="xs" c="dimmed">
              {detail}
            </Text>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  ));
}
