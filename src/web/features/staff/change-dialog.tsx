import { Box, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../api/client';
import { changesOf } from '../../components/changes-of';
import { faultOf } from '../../api/problem';
import { queryKeys } from '../../api/query-keys';
import { fieldOf } from '../../components/form';
import { DialogForm, FormDialog } from '../../components/dialogs/form-dialog';
import { HistorySection } from '../../components/history/history';
import { ProblemNotice } from '../../components/problem-notice';
import { useSession } from '../../session/session';
import { StaleNotice, useVersionedChange } from '../../components/versioned';
import { changePerson, type Person, roleName, ROLES } from './person';

/** Changes the name or the role of a person. */
export function ChangeDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const client = useQueryClient();
  const { timeZone } = useSession().clinic;
  const { save, theirs, takeUp } = useVersionedChange(
    person as Schemas['StaffResponse'],
    (form, ifMatch, before) => changePerson(person.id, ifMatch, changesOf(typedOf(form), before)),
    {
      onSaved: onClose,
      onSettled: () =>
        Promise.all([
          client.invalidateQueries({ queryKey: queryKeys.staff }),
          // The name in the bar may be the one that was changed.
          client.invalidateQueries({ queryKey: queryKeys.session }),
        ]),
    },
  );
  return (
    <FormDialog opened onClose={onClose} title={`Change ${person.name}`}>
      <DialogForm submit="Save" pending={save.isPending} onSubmit={(form) => save.mutate(form)} onCancel={onClose}>
        {theirs && <StaleNotice words={`${theirs.name}, ${roleName(theirs.role)}`} onTakeUp={takeUp} />}
        <TextInput
          label="Name"
          name="name"
          defaultValue={person.name}
          required
          data-autofocus
          error={faultOf(save.error, '/name')}
        />
        <NativeSelect
          label="Role"
          name="role"
          description="With another role the person has to sign in again."
          defaultValue={person.role}
          data={ROLES.map((role) => ({ ...role }))}
        />
        {save.error && !theirs && <ProblemNotice error={save.error} shown={['/name']} />}
      </DialogForm>
      <Box mt="lg">
        <HistorySection
          timeZone={timeZone}
          of="the account"
          queryKey={[...queryKeys.staff, person.id]}
          read={(query) => bodyOf(api.GET('/v1/staff/{id}/history', { params: { path: { id: person.id }, query } }))}
        />
      </Box>
    </FormDialog>
  );
}

function typedOf(form: FormData): Pick<Person, 'name' | 'role'> {
  return { name: fieldOf(form, 'name'), role: fieldOf(form, 'role') as Person['role'] };
}
