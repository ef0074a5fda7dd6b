import { Badge, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { api, bodyOf, type Schemas } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import cards from '../../../components/cards.module.css';
import { ProblemNotice } from '../../../components/problem-notice';
import { RevokeDialog } from './revoke-dialog';
import { TokenRow } from './token-row';

type Account = Schemas['ListedSystemAccountResponse'];

/** A program with its tokens, and what a director can do about them. */
export function AccountCard({ account, onNewToken }: { account: Account; onNewToken: () => void }) {
  const [revoking, setRevoking] = useState<Account['tokens'][number] | null>(null);
  const client = useQueryClient();
  const { id, name, status, version, tokens } = account;
  const active = status === 'active';
  const change = useMutation({
    mutationFn: () => {
      const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
      const body = { status: active ? ('deactivated' as const) : ('active' as const) };
      return bodyOf(api.PATCH('/v1/system-accounts/{id}', { params, body }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.systemAccounts }),
  });
  const button = { variant: 'default', size: 'compact-sm' } as const;
  return (
    <Card withBorder component="section" aria-label={name}>
      <Group justify="space-between" align="flex-start" mb="xs">
        <Group gap="xs">
          <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Title>
          {!active && (
            <Badge variant="outline" color="gray">
              Deactivated
            </Badge>
          )}
        </Group>
        <Group gap={4}>
          <Button {...button} component={Link} href={`/audit?person=${id}`} aria-label={`What ${name} did`}>
            Activity
          </Button>
          {active && (
            <Button {...button} aria-label={`New token for ${name}`} onClick={onNewToken}>
              New token
            </Button>
          )}
          <Button
            {...button}
            loading={change.isPending}
            aria-label={`${active ? 'Deactivate' : 'Activate'} ${name}`}
            onClick={() => change.mutate()}
          >
            {active ? 'Deactivate' : 'Activate'}
          </Button>
        </Group>
      </Group>
      {change.error && <ProblemNotice error={change.error} />}
      {tokens.length === 0 ? (
        <Text>It has no token yet.</Text>
      ) : (
        <Table.ScrollContainer
          minWidth={640}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'group', 'aria-label': `Tokens of ${name}` } }}
          className={cards.scroll}
        >
          <Table verticalSpacing="xs" className={cards.cards}>
            <Table.Thead>
              <Table.Tr>
                {['Begins with', 'May', 'State', 'Last used', 'Made'].map((column) => (
                  <Table.Th key={column}>{column}</Table.Th>
                ))}
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {tokens.map((token) => (
                <TokenRow key={token.id} token={token} onRevoke={() => setRevoking(token)} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {revoking && <RevokeDialog account={name} token={revoking} onClose={() => setRevoking(null)} />}
    </Card>
  );
}
