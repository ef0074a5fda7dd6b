import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import cards from '../../components/cards.module.css';
import { showInstant } from '../../components/dates';
import { useSession } from '../../session/session';
import type { ListedPublication } from './publication';
import classes from './publications.module.css';
import { StateBadge } from './state-badge';
import { cohortInWords, staffName, startsOf } from './words';

/** One publication a row, latest first. */
export function PublicationTable({ publications }: { publications: readonly ListedPublication[] }) {
  return (
    <Table.ScrollContainer minWidth={700} w="100%" type="native" className={cards.scroll}>
      <Table verticalSpacing="sm" className={`${classes.list} ${cards.cards}`}>
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
  const { id, title, slug, state, aged } = publication;
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
        {aged !== null && (
          <Text size="sm" c="dimmed" mt={2}>
            {aged ? 'Aged: the data have changed since' : 'As the data are today'}
          </Text>
        )}
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

function Hands({ publication }: { publication: ListedPublication }) {
  const { timeZone } = useSession().clinic;
  const { draftedBy, draftedAt, approvedBy, approvedAt, selfApproved } = publication;
  return (
    <>
      <Text size="sm">
        Drafted by {staffName(draftedBy)}, {showInstant(draftedAt, timeZone)}
      </Text>
      {approvedBy && approvedAt && (
        <Text size="sm">
          Approved by {selfApproved ? 'its author' : staffName(approvedBy)}, {showInstant(approvedAt, timeZone)}
        </Text>
      )}
    </>
  );
}
