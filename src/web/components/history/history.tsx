import { Box, Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AUDIT_ACTIONS } from '../../../domain/audit/actions';
import { capital } from '../../../domain/numbers/words';
import type { Schemas } from '../../api/client';
import { showInstant } from '../dates';
import { LogSection } from '../lists/log-section';
import { fieldWords, valueWords } from './history-words';

const LONG = { overflowWrap: 'anywhere' } as const;

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
      rows={(entry) => rowsOf(entry, timeZone)}
    />
  );
}

function rowsOf({ at, staffId, staffName, action, changes, detail }: Entry, timeZone: string): ReactNode[][] {
  const who = <Box style={LONG}>{staffId === null ? 'The server' : (staffName ?? 'Somebody')}</Box>;
  const done = (
    <>
      {capital(AUDIT_ACTIONS[action])}
      {detail && (
        <Text size="xs" c="dimmed">
          {detail}
        </Text>
      )}
    </>
  );
  const corrected = changes.map(({ field, before, after }) => [
    fieldWords(field),
    <Box style={LONG}>{valueWords(field, before)}</Box>,
    <Box style={LONG}>{valueWords(field, after)}</Box>,
  ]);
  const [first = [done], ...others] = corrected;
  return [[showInstant(at, timeZone), who, ...first], ...others.map((cells) => [null, null, ...cells])];
}
