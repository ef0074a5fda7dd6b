import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../../../api/client';
import { ownPasskeysQuery } from '../../../api/own-factors-queries';
import { queryKeys } from '../../../api/query-keys';
import cards from '../../../components/cards.module.css';
import { showInstant } from '../../../components/dates';
import { FormDialog } from '../../../components/dialogs/form-dialog';
import { Loaded } from '../../../components/loaded';
import { ConfirmDialog } from '../../../components/dialogs/confirm-dialog';
import { canUsePasskeys } from '../../../session/passkey';
import { useSession } from '../../../session/session';
import { RecoveryCodes } from '../second-factor/recovery-codes';
import { AddPasskeyForm } from './add-passkey-form';
import { CodesWithoutApp } from './codes-without-app';

type Passkey = Schemas['PasskeyResponse'];

/** The passkeys with which one signs in. */
export function PasskeysSection() {
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<Passkey | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const passkeys = useQuery(ownPasskeysQuery);
  const close = () => setAdding(false);
  return (
    <section aria-labelledby="passkeys">
      <Stack gap="sm">
        <Title id="passkeys" order={2} size="h4">
          Passkeys
        </Title>
        <Text size="sm" maw={620}>
          With a passkey you sign in by your fingerprint, your face or the PIN of your device, without a password.
          Nobody can find it out or ask you for it. From the first one on, your password alone is not enough any more:
          add a second one, or an authenticator app, for the day on which you don’t have the first. The recovery codes
          that you get with it are for the day on which you have neither.
        </Text>
        <Loaded query={passkeys}>
          {({ items }) => (items.length > 0 ? <PasskeyTable items={items} onRemove={setRemoved} /> : null)}
        </Loaded>
        {(passkeys.data?.items.length ?? 0) > 0 && <CodesWithoutApp onCodes={setCodes} />}
        {canUsePasskeys() ? (
          <div>
            <Button variant="default" onClick={() => setAdding(true)}>
              Add a passkey
            </Button>
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            This browser makes no passkeys here: they need https, and a browser of 2023 or later.
          </Text>
        )}
      </Stack>
      {adding && (
        <FormDialog opened onClose={close} title="Add a passkey">
          <AddPasskeyForm
            onCancel={close}
            onAdded={(made) => {
              setCodes(made);
              close();
            }}
          />
        </FormDialog>
      )}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />}
      {removed && <RemoveDialog passkey={removed} onClose={() => setRemoved(null)} />}
    </section>
  );
}

function PasskeyTable({ items, onRemove }: { items: readonly Passkey[]; onRemove: (passkey: Passkey) => void }) {
  const { timeZone } = useSession().clinic;
  return (
    <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }} className={cards.scroll}>
      <Table className={cards.cards}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>Added</Table.Th>
            <Table.Th>Last used</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((passkey) => (
            <Table.Tr key={passkey.id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {passkey.name}
                {passkey.backedUp && (
                  <Text size="xs" c="dimmed">
                    Also on your other devices
                  </Text>
                )}
              </Table.Td>
              <Table.Td data-label="Added">{showInstant(passkey.createdAt, timeZone)}</Table.Td>
              <Table.Td data-label="Last used">
                {passkey.lastUsedAt ? showInstant(passkey.lastUsedAt, timeZone) : 'not yet'}
              </Table.Td>
              <Table.Td ta="right" className={cards.whole}>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Remove the passkey ${passkey.name}`}
                  onClick={() => onRemove(passkey)}
                >
                  Remove
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function RemoveDialog({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => bodyOf(api.DELETE('/v1/account/passkeys/{id}', { params: { path: { id: passkey.id } } })),
    onSuccess: onClose,
    // With the last factor the recovery codes go.
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.ownPasskeys }),
        client.invalidateQueries({ queryKey: queryKeys.ownSecondFactor }),
      ]),
  });
  return (
    <ConfirmDialog
      title={`Remove the passkey ${passkey.name}?`}
      confirm="Remove the passkey"
      action={remove}
      onClose={onClose}
    >
      Nobody signs in with it from then on, and you are signed out on your other devices. Remove it on the device or in
      your password manager too, which will offer it further.
    </ConfirmDialog>
  );
}
