import { Alert, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { showInstant } from '../../components/dates';
import { Loaded } from '../../components/loaded';
import { useSession } from '../../session/session';

/** How many of the latest are worth a look. */
const SHOWN = 5;

type Backups = Schemas['BackupsResponse'];

/** The latest backups of the server, and what is wrong with them. */
export function BackupList() {
  const query = useQuery({ queryKey: queryKeys.backups, queryFn: () => bodyOf(api.GET('/v1/backups', {})) });
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        Backups
      </Title>
      <Loaded query={query}>
        {(backups) => (
          <>
            <WhatIsWrong {...backups} />
            {backups.running && <Text>A backup is being made.</Text>}
            {backups.items.length > 0 && <Latest items={backups.items} />}
            {backups.scheduled && <Drill drill={backups.drill} />}
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function WhatIsWrong({ scheduled, overdue, failure, archiveFailure }: Backups) {
  const { timeZone } = useSession().clinic;
  return (
    <>
      {!scheduled && (
        <Text>
          This server makes no backups by itself. The person who runs it can set a folder for them (BACKUP_DIR).
        </Text>
      )}
      {overdue && (
        <Alert color="red" title="The latest backup is too old">
          Tell the person who runs the server.
        </Alert>
      )}
      {failure && (
        <Alert color="red" title={`No backup was made, ${showInstant(failure.at, timeZone)}`}>
          {failure.reason}
        </Alert>
      )}
      {archiveFailure && (
        <Alert color="red" title="What was done since the latest backup is not kept">
          {archiveFailure.reason}
        </Alert>
      )}
    </>
  );
}

/** How restoring the latest backup on trial went. */
function Drill({ drill }: Pick<Backups, 'drill'>) {
  const { timeZone } = useSession().clinic;
  if (!drill) {
    return (
      <Text>
        No backup is restored on trial by itself. The person who runs the server can set how often (BACKUP_DRILL_EVERY).
      </Text>
    );
  }
  const { last, running, overdue } = drill;
  return (
    <>
      {last?.passed && (
        <Text>
          The backup of {showInstant(last.backupAt, timeZone)} was restored on trial, {showInstant(last.at, timeZone)}:
          every record, every figure and every signature was as it should be. It took {last.seconds} s.
        </Text>
      )}
      {last && !last.passed && (
        <Alert
          color="red"
          title={`The backup of ${showInstant(last.backupAt, timeZone)} could not be restored on trial`}
        >
          {last.failure} Tell the person who runs the server.
        </Alert>
      )}
      {overdue && (
        <Alert color="red" title="It is too long ago that a backup was restored on trial">
          Tell the person who runs the server.
        </Alert>
      )}
      {running && <Text>A backup is being restored on trial.</Text>}
      {!last && !running && <Text>No backup was restored on trial yet.</Text>}
    </>
  );
}

function Latest({ items }: Pick<Backups, 'items'>) {
  const { timeZone } = useSession().clinic;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>As of</Table.Th>
          <Table.Th>Size</Table.Th>
          <Table.Th>Encrypted</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.slice(0, SHOWN).map(({ at, bytes, encrypted }) => (
          <Table.Tr key={at}>
            <Table.Td>{showInstant(at, timeZone)}</Table.Td>
            <Table.Td>{Math.ceil(bytes / 1_000_000)} MB</Table.Td>
            <Table.Td>{encrypted ? 'Yes' : 'No'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
