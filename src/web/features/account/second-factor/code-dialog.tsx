import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { fieldOf } from '../../../components/form';
import { DialogForm, FormDialog } from '../../../components/dialogs/form-dialog';
import { CodeField } from '../../../session/code-field';

const WORDS = {
  renew: {
    title: 'Make new recovery codes?',
    text: 'Those that you have now are no longer taken.',
    submit: 'Make new codes',
  },
  remove: {
    title: 'Remove the authenticator app?',
    text: 'From then on your password alone is enough to sign in.',
    submit: 'Remove the app',
  },
};

interface Props {
  what: keyof typeof WORDS;
  onClose: () => void;
  onCodes: (codes: readonly string[]) => void;
}

/** Something about the second factor that takes a code, so that nobody does it at a desk that was left open. */
export function CodeDialog({ what, onClose, onCodes }: Props) {
  const client = useQueryClient();
  const { title, text, submit } = WORDS[what];
  const send = useMutation({
    mutationFn: async (code: string) => {
      const body = { code };
      if (what === 'renew') return bodyOf(api.POST('/v1/account/second-factor/recovery-codes', { body }));
      await bodyOf(api.POST('/v1/account/second-factor/removal', { body }));
      return null;
    },
    onSuccess: (made) => {
      if (made) onCodes(made.recoveryCodes);
      onClose();
      return client.invalidateQueries({ queryKey: queryKeys.ownSecondFactor });
    },
  });
  return (
    <FormDialog opened onClose={onClose} title={title}>
      <DialogForm
        submit={submit}
        pending={send.isPending}
        onSubmit={(form) => send.mutate(fieldOf(form, 'code'))}
        onCancel={onClose}
      >
        <Text>{text}</Text>
        <CodeField
          description="What your authenticator app shows now, or a recovery code."
          data-autofocus
          problem={send.error}
        />
      </DialogForm>
    </FormDialog>
  );
}
