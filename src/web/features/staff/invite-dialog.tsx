import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, bodyOf, type Schemas } from '../../api/client';
import { faultOf } from '../../api/problem';
import { fieldOf, newKey } from '../../components/form';
import { DialogForm, FormDialog } from '../../components/dialogs/form-dialog';
import { ProblemNotice } from '../../components/problem-notice';
import { savedAfterAll } from '../../api/problem';
import { queryKeys } from '../../api/query-keys';
import { ROLES, type Person } from './person';

const FIELDS = ['/name', '/email', '/role'];
const LOOK_AT_LIST = 'and make a new invitation link for that person in the list.';

interface Props {
  onClose: () => void;
  onLink: (link: Schemas['LinkResponse']) => void;
}

/** Invites a person; what is answered is the link to hand over. */
export function InviteDialog({ onClose, onLink }: Props) {
  // Kept until it is answered, so that no retry makes a second account.
  const [key] = useState(newKey);
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: (body: Schemas['InviteRequest']) =>
      bodyOf(api.POST('/v1/staff', { params: { header: { 'Idempotency-Key': key } }, body })),
    onSuccess: (link) => {
      onClose();
      onLink(link);
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.staff }),
  });
  const submit = (form: FormData) => {
    const role = fieldOf(form, 'role') as Person['role'];
    invite.mutate({ name: fieldOf(form, 'name'), email: fieldOf(form, 'email'), role });
  };
  return (
    <FormDialog opened onClose={onClose} title="Invite a person">
      <DialogForm submit="Make the invitation" pending={invite.isPending} onSubmit={submit} onCancel={onClose}>
        <TextInput label="Name" name="name" required data-autofocus error={faultOf(invite.error, '/name')} />
        <TextInput
          label="E-mail address"
          description="They sign in with it. Nothing is sent to it."
          name="email"
          type="email"
          required
          error={faultOf(invite.error, '/email')}
        />
        <NativeSelect label="Role" name="role" data={ROLES.map((role) => ({ ...role }))} />
        {invite.error && <ProblemNotice error={savedAfterAll(invite.error, LOOK_AT_LIST)} shown={FIELDS} />}
      </DialogForm>
    </FormDialog>
  );
}
