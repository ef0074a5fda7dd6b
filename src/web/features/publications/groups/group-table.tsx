import { Box, Table, Text } from '@mantine/core';
import { countInFigures, counted } from '../../../../domain/numbers/words';
import type { ClosedGroups } from '../publication';
import classes from '../publications.module.css';
import { quartersInWords } from '../../../../domain/calendar/period';
import { dateInWords } from '../../../../domain/calendar/date-words';

interface Props {
  groups: ClosedGroups['groups'];
  isDirector: boolean;
}

type Group = ClosedGroups['groups'][number];

/** The closed groups in order: of which quarters, how many started, since when they are as they are, and what changed. */
export function GroupTable({ groups, isDirector }: Props) {
  return (
    <Box className={classes.wide} role="region" tabIndex={0} aria-label="Closed groups by quarter of start">
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Started in</Table.Th>
            {isDirector && <Table.Th scope="col">Patients who started</Table.Th>}
            <Table.Th scope="col">Closed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <Table.Tr key={group.from}>
              <Table.Th scope="row" fw={500}>
                {quartersInWords(group)}
              </Table.Th>
              {isDirector && <Table.Td>{countInFigures(group.starters ?? 0)}</Table.Td>}
              <Table.Td>
                {group.closedOn === null
                  ? 'Follows the records until something of it is public'
                  : dateInWords(group.closedOn)}
                {group.since && (
                  <Text size="sm" c="dimmed">
                    {sinceInWords(group.since)}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

function sinceInWords({ changed, renewal }: NonNullable<Group['since']>): string {
  if (changed === 0) return 'Nothing has changed since.';
  const who = `${counted(changed, 'patient')} changed since; what is public stays as it was.`;
  return renewal === 'kept' ? `${who} Too few to close it again.` : who;
}
