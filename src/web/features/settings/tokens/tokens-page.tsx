import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, bodyOf, type Schemas } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { Loaded } from '../../../components/loaded';
import { Page } from '../../../components/page';
import { AccountCard } from './account-card';
import { AccountDialog } from './account-dialog';
import { NewTokenDialog } from './new-token-dialog';
import { ShownToken } from './shown-token';

/** The programs that ask the service, and the tokens with which they do. */
export default function TokensPage() {
  const [adding, setAdding] = useState(false);
  const [giving, setGiving] = useState<Schemas['SystemAccountResponse'] | null>(null);
  const [made, setMade] = useState<Schemas['MadeTokenResponse'] | null>(null);
  const accounts = useQuery({
    queryKey: queryKeys.systemAccounts,
    queryFn: () => bodyOf(api.GET('/v1/system-accounts')),
  });
  return (
    <Page
      title="API tokens"
      lead="A program that records scores or reads figures asks with a token, under a name of its own, and never with a person’s password."
      actions={<Button onClick={() => setAdding(true)}>Add a program</Button>}
    >
      <Stack gap="md" maw={960}>
        <Loaded query={accounts} height={200}>
          {({ items }) =>
            items.length === 0 ? (
              <Text>No program has a token yet.</Text>
            ) : (
              <Stack gap="md">
                {items.map((account) => (
                  <AccountCard key={account.id} account={account} onNewToken={() => setGiving(account)} />
                ))}
              </Stack>
            )
          }
        </Loaded>
        <Text size="sm" c="dimmed">
          What can be asked, and with which scope, is in the{' '}
          <Anchor inherit href="/docs" underline="always">
            description of the API
          </Anchor>
          .{' '}
          <Anchor inherit component={Link} href="/settings" underline="always">
            Back to the settings
          </Anchor>
        </Text>
      </Stack>
      {adding && <AccountDialog onClose={() => setAdding(false)} onAdded={setGiving} />}
      {giving && <NewTokenDialog account={giving} onClose={() => setGiving(null)} onMade={setMade} />}
      {made && <ShownToken made={made} onClose={() => setMade(null)} />}
    </Page>
  );
}
