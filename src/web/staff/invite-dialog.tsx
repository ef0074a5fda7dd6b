import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { api, bodyOf, type Schemas } from '../api/client';
import { faultOf } from '../parts/faulty-field';
import { fieldOf } from '../parts/form';
import { ProblemNotice } from '../parts/problem-notice';
import { ROLES, type Person } from './roles';

const FIELDS = ['/name', '/email', '/role'];

interface Props {
  onClose: () => void;
  onLink: (link: Schemas['LinkResponse']) => void;
}

/** Invites a person; what is answered is the link to hand over. */
export function InviteDialog({ onClose, onLink }: Props) {
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: (body: Schemas['InviteRequest']) => bodyOf(api.POST('/v1/staff', { body })),
    onSuccess: (link) => {
      void client.invalidateQueries({ queryKey: ['staff'] });
      onClose();
      onLink(link);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const role = fieldOf(form, 'role') as Person['role'];
    invite.mutate({ name: fieldOf(form, 'name'), email: fieldOf(form, 'email'), role });
  };
  return (
    <Modal opened onClose={onClose} title="Invite a person">
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label="Name"
            name="name"
            required
            data-autofocus
            error={faultOf(invite.error, '/name')}
          />
          <TextInput
            label="E-mail address"
            description="They sign in with it. Nothing is sent to it."
            name="email"
            type="email"
            required
            error={faultOf(invite.error, '/email')}
          />
          <NativeSelect label="Role" name="role" data={ROLES.map((role) => ({ ...role }))} />
          {invite.error && <ProblemNotice error={invite.error} shown={FIELDS} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={invite.isPending}>
              Make the invitation
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
