import { Button, Code, Table, Text } from '@mantine/core';
import type { Schemas } from '../../../api/client';
import cards from '../../../components/cards.module.css';
import { showInstant } from '../../../components/dates';
import { useSession } from '../../../session/session';
import { scopeLabel } from './scopes';

type Token = Schemas['ApiTokenResponse'];

/** One token: what it opens, whether it is taken, and who knows it. */
export function TokenRow({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const { timeZone } = useSession().clinic;
  const { hint, scopes, state, createdAt, createdBy, createdByActive, expiresAt, lastUsedAt, revokedAt } = token;
  const words = {
    valid: `Until ${showInstant(expiresAt, timeZone)}`,
    expired: `Expired ${showInstant(expiresAt, timeZone)}`,
    revoked: `Revoked ${revokedAt === null ? '' : showInstant(revokedAt, timeZone)}`,
    deactivated: 'Refused while the program is deactivated',
  }[state];
  return (
    <Table.Tr>
      <Table.Td>
        <Code>{hint}…</Code>
      </Table.Td>
      <Table.Td data-label="May">{scopes.map(scopeLabel).join(', ')}</Table.Td>
      <Table.Td data-label="State">{words}</Table.Td>
      <Table.Td data-label="Last used">{lastUsedAt === null ? 'Never' : showInstant(lastUsedAt, timeZone)}</Table.Td>
      <Table.Td data-label="Made">
        <div>
          {showInstant(createdAt, timeZone)}, {createdBy ?? 'the command line'}
          {state === 'valid' && !createdByActive && (
            <Text size="sm" fw={500}>
              {createdBy} was shown it and can no longer sign in: make a new one, and revoke this.
            </Text>
          )}
        </div>
      </Table.Td>
      <Table.Td ta="right" className={cards.whole}>
        {revokedAt === null && (
          <Button variant="default" size="compact-sm" aria-label={`Revoke ${hint}`} onClick={onRevoke}>
            Revoke
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
