import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';
import { ownPasskeysQuery, ownSecondFactorQuery } from '../api/own-factors-queries';
import { fieldOf } from '../components/form';
import { DialogForm, FormDialog } from '../components/dialogs/form-dialog';
import { CodeField } from './code-field';
import { showPasskey } from './passkey';
import { PasskeyButton } from './passkey-button';

interface Props {
  opened: boolean;
  onShown: () => void;
  onCancel: () => void;
}

/** Asks for the second factor once more, over whatever is open. */
export function ShowFactorDialog({ opened, ...rest }: Props) {
  return (
    <FormDialog onTop opened={opened} onClose={rest.onCancel} title="Is it you?">
      <ShowAgain {...rest} />
    </FormDialog>
  );
}

/** By code, by passkey, or by what the person has of both. */
function ShowAgain({ onShown, onCancel }: Omit<Props, 'opened'>) {
  const passkeys = useQuery(ownPasskeysQuery);
  const factor = useQuery(ownSecondFactorQuery);
  const hasPasskey = (passkeys.data?.items.length ?? 0) > 0;
  const hasApp = !hasPasskey || (factor.data ? factor.data.since !== null : true);
  const takesCode = hasApp || (factor.data?.recoveryCodesLeft ?? 0) > 0;
  const send = useMutation({
    mutationFn: (code: string) => bodyOf(api.POST('/v1/session/second-factor', { body: { code } })),
    onSuccess: onShown,
  });
  const passkey = hasPasskey && (
    <PasskeyButton label="Use your passkey" primary={!hasApp} use={showPasskey} onUsed={onShown} />
  );
  const why = 'What you are about to do asks for your second factor, because you showed it more than 10 minutes ago.';
  if (!takesCode) {
    return (
      <Stack>
        <Text>{why}</Text>
        {passkey}
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Stack>
    );
  }
  return (
    <DialogForm
      submit="Go on"
      pending={send.isPending}
      onSubmit={(form) => send.mutate(fieldOf(form, 'code'))}
      onCancel={onCancel}
    >
      <Text>{why}</Text>
      <CodeField
        description={hasApp ? 'What your authenticator app shows now, or a recovery code.' : 'A recovery code.'}
        data-autofocus
        problem={send.error}
      />
      {passkey}
    </DialogForm>
  );
}
