import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../../../api/client';
import { faultOf } from '../../../api/problem';
import { queryKeys } from '../../../api/query-keys';
import { fieldOf, newKey } from '../../../components/form';
import { DialogForm, FormDialog } from '../../../components/dialogs/form-dialog';
import { ProblemNotice } from '../../../components/problem-notice';

interface Props {
  onClose: () => void;
  onAdded: (account: Schemas['SystemAccountResponse']) => void;
}

/** Adds an account for a program; its first token comes next. */
export function AccountDialog({ onClose, onAdded }: Props) {
  // Kept until it is answered, so that no retry makes a second account.
  const [key] = useState(newKey);
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: (name: string) =>
      bodyOf(api.POST('/v1/system-accounts', { params: { header: { 'Idempotency-Key': key } }, body: { name } })),
    onSuccess: (account) => {
      onClose();
      onAdded(account);
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.systemAccounts }),
  });
  return (
    <FormDialog opened onClose={onClose} title="Add a program">
      <DialogForm
        submit="Add it"
        pending={add.isPending}
        onSubmit={(form) => add.mutate(fieldOf(form, 'name'))}
        onCancel={onClose}
      >
        <TextInput
          label="Name"
          description="What it records has this name beside it, as a person’s has."
          placeholder="Electronic health record"
          name="name"
          required
          data-autofocus
          error={faultOf(add.error, '/name')}
        />
        {add.error && <ProblemNotice error={add.error} shown={['/name']} />}
      </DialogForm>
    </FormDialog>
  );
}
