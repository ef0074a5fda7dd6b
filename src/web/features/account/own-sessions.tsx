import { Badge, Button, Group, Stack, Table, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import cards from '../../components/cards.module.css';
import { showInstant } from '../../components/dates';
import { Loaded } from '../../components/loaded';
import { ProblemNotice } from '../../components/problem-notice';
import { useSession } from '../../session/session';
import { deviceOf } from './device';

/** Where one is signed in, and the way to end each of these sessions. */
export function OwnSessions() {
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: queryKeys.ownSessions,
    queryFn: () => bodyOf(api.GET('/v1/account/sessions')),
  });
  const end = useMutation({
    mutationFn: (id: string | null) =>
      id === null
        ? bodyOf(api.DELETE('/v1/account/sessions'))
        : bodyOf(api.DELETE('/v1/account/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.ownSessions }),
  });
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Where you are signed in
        </Title>
        <Button
          variant="default"
          loading={end.isPending}
          disabled={(sessions.data?.items.length ?? 0) < 2}
          onClick={() => end.mutate(null)}
        >
          End all others
        </Button>
      </Group>
      {end.error && <ProblemNotice error={end.error} />}
      <Loaded query={sessions}>
        {({ items }) => (
          <Table.ScrollContainer
            minWidth={520}
            scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
            className={cards.scroll}
          >
            <Table className={cards.cards}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Device</Table.Th>
                  <Table.Th>Signed in</Table.Th>
                  <Table.Th>Last used</Table.Th>
                  <Table.Td />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((session) => (
                  <SessionRow key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Loaded>
    </Stack>
  );
}

interface RowProps {
  session: Schemas['OwnSessionResponse'];
  onEnd: () => void;
}

function SessionRow({ session, onEnd }: RowProps) {
  const { timeZone } = useSession().clinic;
  const device = deviceOf(session.device);
  return (
    <Table.Tr>
      <Table.Td title={session.device ?? undefined}>{device}</Table.Td>
      <Table.Td data-label="Signed in">{showInstant(session.createdAt, timeZone)}</Table.Td>
      <Table.Td data-label="Last used">{showInstant(session.lastSeenAt, timeZone)}</Table.Td>
      <Table.Td ta="right" className={cards.whole}>
        {session.current ? (
          <Badge variant="default" tt="none" miw="max-content">
            This one
          </Badge>
        ) : (
          <Button variant="default" size="compact-sm" aria-label={`End the session on ${device}`} onClick={onEnd}>
            End
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
