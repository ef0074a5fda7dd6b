import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { faultOf } from '../../../api/problem';
import { queryKeys } from '../../../api/query-keys';
import { fieldOf } from '../../../components/form';
import { DialogForm } from '../../../components/dialogs/form-dialog';
import { ProblemNotice } from '../../../components/problem-notice';
import { addPasskey } from '../../../session/passkey';

interface Props {
  cancel?: string;
  onCancel: () => void;
  /** @param codes Recovery codes that came with it; null where the person has some. */
  onAdded: (codes: readonly string[] | null) => void;
}

/** Asks for a name, then has the browser make a passkey. */
export function AddPasskeyForm({ cancel, onCancel, onAdded }: Props) {
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: async ({ recoveryCodes }) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.ownPasskeys }),
        client.invalidateQueries({ queryKey: queryKeys.ownSecondFactor }),
        client.invalidateQueries({ queryKey: queryKeys.ownSessions }),
      ]);
      onAdded(recoveryCodes);
    },
  });
  const fault = faultOf(add.error, '/name');
  return (
    <DialogForm
      submit="Add the passkey"
      pending={add.isPending}
      onSubmit={(form) => add.mutate(fieldOf(form, 'name'))}
      cancel={cancel}
      onCancel={onCancel}
    >
      <Text size="sm">
        Your device will ask for your fingerprint, your face or a PIN, or for a security key. What it keeps never leaves
        it, or your password manager.
      </Text>
      <TextInput
        label="Name of the passkey"
        description="By which you know it among others, such as Work laptop."
        name="name"
        maw={320}
        required
        data-autofocus
        error={fault}
      />
      {add.error && !fault && <ProblemNotice error={add.error} />}
    </DialogForm>
  );
}
