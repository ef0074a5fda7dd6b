import { Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import cards from '../../components/cards.module.css';
import { Loaded } from '../../components/loaded';
import { Page } from '../../components/page';
import { InviteDialog } from './invite-dialog';
import { LinkDialog } from './link-dialog';
import { StaffRow } from './staff-row';

/** Everybody who can sign in: invite, change, reset, deactivate. */
export default function StaffPage() {
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<Schemas['LinkResponse'] | null>(null);
  const staff = useQuery({
    queryKey: queryKeys.staff,
    queryFn: () => bodyOf(api.GET('/v1/staff')),
  });
  return (
    <Page
      title="Staff"
      lead="Clinicians record scores. Directors also see outcomes and run the clinic’s account. Marketing sees published figures only."
      actions={<Button onClick={() => setInviting(true)}>Invite a person</Button>}
    >
      <Loaded query={staff} height={240}>
        {({ items }) => (
          <Table.ScrollContainer minWidth={600} type="native" className={cards.scroll}>
            <Table verticalSpacing="sm" className={cards.cards}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Name, e-mail address</Table.Th>
                  <Table.Th>Role</Table.Th>
                  <Table.Th>State</Table.Th>
                  <Table.Td />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((person) => (
                  <StaffRow key={person.id} person={person} onLink={setLink} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Loaded>
      <Text size="sm" c="dimmed" mt="md">
        Somebody who leaves is deactivated, not deleted: what they recorded keeps their name.
      </Text>
      {inviting && <InviteDialog onClose={() => setInviting(false)} onLink={setLink} />}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
    </Page>
  );
}
