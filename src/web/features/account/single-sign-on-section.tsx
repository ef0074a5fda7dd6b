import { Button, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../../api/client';
import { faultOf } from '../../api/problem';
import { queryKeys } from '../../api/query-keys';
import { showInstant } from '../../components/dates';
import { fieldOf } from '../../components/form';
import { DialogForm, FormDialog } from '../../components/dialogs/form-dialog';
import { ConfirmDialog } from '../../components/dialogs/confirm-dialog';
import { ProblemNotice } from '../../components/problem-notice';
import { leaveToLink } from '../../session/identity-provider';
import { useSession } from '../../session/session';

interface Props {
  /** How people call the identity provider. */
  provider: string;
  own: Schemas['OwnSsoResponse'];
}

/** The account at the identity provider with which one signs in. */
export function SingleSignOnSection({ provider, own }: Props) {
  const [open, setOpen] = useState(false);
  const { timeZone } = useSession().clinic;
  const close = () => setOpen(false);
  const { linkedAt, lastUsedAt } = own;
  return (
    <section aria-labelledby="single-sign-on">
      <Stack gap="sm">
        <Title id="single-sign-on" order={2} size="h4">
          {provider}
        </Title>
        {linkedAt === null ? (
          <Text size="sm" maw={620}>
            Link your account there, and you sign in here with it. Your second factor, if you have one, is asked for all
            the same.
          </Text>
        ) : (
          <Text size="sm" maw={620}>
            You sign in here with your account there. Linked {showInstant(linkedAt, timeZone)}
            {lastUsedAt === null ? ', not used yet' : `, last used ${showInstant(lastUsedAt, timeZone)}`}.
          </Text>
        )}
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {linkedAt === null ? `Link ${provider}` : 'Remove the link'}
          </Button>
        </div>
      </Stack>
      {open && linkedAt === null && <LinkDialog provider={provider} own={own} onClose={close} />}
      {open && linkedAt !== null && <RemoveDialog provider={provider} onClose={close} />}
    </section>
  );
}

function LinkDialog({ provider, own, onClose }: Props & { onClose: () => void }) {
  const leave = useMutation({ mutationFn: (password: string) => leaveToLink(password || undefined) });
  const fault = faultOf(leave.error, '/currentPassword');
  return (
    <FormDialog opened onClose={onClose} title={`Link ${provider}`}>
      <DialogForm
        submit={`Go on to ${provider}`}
        pending={leave.isPending || leave.isSuccess}
        onSubmit={(form) => leave.mutate(fieldOf(form, 'currentPassword'))}
        onCancel={onClose}
      >
        <Text size="sm">
          You sign in there, and come back here. Make sure that it is your own account: who has it can sign in here as
          you.
        </Text>
        {own.passwordNeeded && (
          <PasswordInput
            label="Your password here"
            name="currentPassword"
            autoComplete="current-password"
            required
            data-autofocus
            error={fault}
          />
        )}
        {leave.error && !fault && <ProblemNotice error={leave.error} />}
      </DialogForm>
    </FormDialog>
  );
}

function RemoveDialog({ provider, onClose }: Pick<Props, 'provider'> & { onClose: () => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => bodyOf(api.DELETE('/v1/account/sso')),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.ownSso }),
  });
  return (
    <ConfirmDialog
      title={`Remove the link to ${provider}?`}
      confirm="Remove the link"
      action={remove}
      onClose={onClose}
    >
      Nobody signs in here with that account from then on, and you are signed out on your other devices.
    </ConfirmDialog>
  );
}
