import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { Schemas } from '../api/client';
import { faultOf } from '../parts/faulty-field';
import { fieldOf } from '../parts/form';
import { ProblemNotice } from '../parts/problem-notice';
import { changedMeanwhile, changePerson } from './change-person';
import { roleName, ROLES, type Person } from './roles';

/** Changes the name or the role of a person. */
export function ChangeDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (body: Schemas['StaffChangeRequest']) => changePerson(person, body),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['staff'] }),
  });
  const theirs = changedMeanwhile(change.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const role = fieldOf(form, 'role') as Person['role'];
    change.mutate({ name: fieldOf(form, 'name'), role });
  };
  return (
    <Modal opened onClose={onClose} title={`Change ${person.name}`}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label="Name"
            name="name"
            defaultValue={person.name}
            required
            data-autofocus
            error={faultOf(change.error, '/name')}
          />
          <NativeSelect
            label="Role"
            name="role"
            description="With another role the person has to sign in anew."
            defaultValue={person.role}
            data={ROLES.map((role) => ({ ...role }))}
          />
          {change.error && <ProblemNotice error={change.error} shown={['/name']} />}
          {theirs && (
            <Text size="sm">
              Saved meanwhile:{' '}
              <b>
                {theirs.name}, {roleName(theirs.role)}
              </b>
              . Yours stands above; saving again writes over it.
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={change.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
