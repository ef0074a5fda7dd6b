import { Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, bodyOf } from '../../../api/client';
import { faultOf } from '../../../api/problem';
import { queryKeys } from '../../../api/query-keys';
import { CopyText } from '../../../components/copy-text';
import { fieldOf } from '../../../components/form';
import { DialogForm } from '../../../components/dialogs/form-dialog';
import { ProblemNotice } from '../../../components/problem-notice';
import { QrCode } from './qr-code';

interface Props {
  cancel?: string;
  onCancel: () => void;
  onCodes: (codes: readonly string[]) => void;
}

/** Shows the secret to the app, and asks for a first code, so that nobody is locked out by an app that read it wrong. */
export function SetUpForm({ cancel, onCancel, onCodes }: Props) {
  const client = useQueryClient();
  const begin = useMutation({ mutationFn: () => bodyOf(api.POST('/v1/account/second-factor')) });
  const { mutate } = begin;
  useEffect(() => mutate(), [mutate]);
  const confirm = useMutation({
    mutationFn: (code: string) => bodyOf(api.POST('/v1/account/second-factor/confirmation', { body: { code } })),
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      return Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.ownSecondFactor }),
        client.invalidateQueries({ queryKey: queryKeys.ownSessions }),
      ]);
    },
  });
  const error = begin.error ?? confirm.error;
  return (
    <DialogForm
      submit="Confirm"
      pending={confirm.isPending}
      onSubmit={(form) => confirm.mutate(fieldOf(form, 'code'))}
      cancel={cancel}
      onCancel={onCancel}
    >
      <Text size="sm">
        1. Scan this with an authenticator app, such as Google Authenticator, Microsoft Authenticator, Aegis or the one
        of your password manager.
      </Text>
      {begin.data ? <Secret {...begin.data} /> : <Skeleton height={200} width={200} visible={!begin.error} />}
      <TextInput
        label="2. Code that the app shows"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maw={240}
        required
        data-autofocus
        error={faultOf(confirm.error, '/code')}
      />
      {error && !faultOf(error, '/code') && <ProblemNotice error={error} />}
    </DialogForm>
  );
}

function Secret({ secret, uri }: { secret: string; uri: string }) {
  const grouped = secret.match(/.{1,4}/g)?.join(' ') ?? secret;
  return (
    <Stack gap="xs">
      <QrCode text={uri} label="QR code with the secret for the app" />
      <Text size="sm" c="dimmed">
        Can’t scan it? Type this into the app, for codes by time:
      </Text>
      <Group gap="xs" align="center">
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {grouped}
        </Text>
        <CopyText text={secret} of="the secret" />
      </Group>
    </Stack>
  );
}
