import { Anchor, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { showInstant } from '../parts/dates';
import { useSession } from '../session/session';
import type { ListedPublication } from './publication';
import classes from './publications.module.css';
import { todayQuery } from './queries';
import { StateBadge } from './state-badge';
import { cohortInWords, nameOf, startsOf } from './words';

/** One publication a row, latest first. */
export function PublicationTable({ publications }: { publications: readonly ListedPublication[] }) {
  return (
    <Table.ScrollContainer minWidth={820} w="100%" scrollAreaProps={{ tabIndex: 0 }}>
      <Table verticalSpacing="sm" className={classes.list}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Title and address</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Whom it is about</Table.Th>
            <Table.Th>By whom, and when</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {publications.map((publication) => (
            <Row key={publication.id} publication={publication} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ publication }: { publication: ListedPublication }) {
  const { staff } = useSession();
  const { id, title, slug, state } = publication;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} href={`/publications/${id}`} fw={600}>
          {title}
        </Anchor>
        <Text size="sm" c="dimmed">
          /published/{slug}
        </Text>
      </Table.Td>
      <Table.Td>
        <StateBadge state={state} />
        {state === 'approved' && staff.role === 'director' && <Aged id={id} />}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{cohortInWords(publication)}</Text>
        <Text size="sm" c="dimmed">
          Begun {startsOf(publication)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Hands publication={publication} />
      </Table.Td>
    </Table.Tr>
  );
}

/** Would it say something else today? */
function Aged({ id }: { id: string }) {
  const { data } = useQuery(todayQuery(id));
  if (data === undefined) return null;
  return (
    <Text size="sm" c="dimmed" mt={2}>
      {data.aged ? 'Aged: the data have changed since' : 'As the data are today'}
    </Text>
  );
}

function Hands({ publication }: { publication: ListedPublication }) {
  const { timeZone } = useSession().clinic;
  const { draftedBy, draftedAt, approvedBy, approvedAt, selfApproved } = publication;
  return (
    <>
      <Text size="sm">
        Drafted by {nameOf(draftedBy)}, {showInstant(draftedAt, timeZone)}
      </Text>
      {approvedBy && approvedAt && (
        <Text size="sm">
          Approved by {selfApproved ? 'its author' : nameOf(approvedBy)},{' '}
          {showInstant(approvedAt, timeZone)}
        </Text>
      )}
    </>
  );
}
