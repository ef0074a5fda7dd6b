import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, type Schemas } from '../../../api/client';
import { faultOf } from '../../../api/problem';
import { queryKeys } from '../../../api/query-keys';
import { fieldOf } from '../../../components/form';
import { DialogForm, FormDialog } from '../../../components/dialogs/form-dialog';
import { ProblemNotice } from '../../../components/problem-notice';
import { SCOPES, type Scope } from './scopes';

interface Props {
  account: Pick<Schemas['SystemAccountResponse'], 'id' | 'name'>;
  onClose: () => void;
  onMade: (made: Schemas['MadeTokenResponse']) => void;
}

const DAYS = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '180', label: '180 days' },
  { value: '365', label: '365 days' },
];

/** Makes a token: what it opens, and for how long. */
export function NewTokenDialog({ account: { id, name }, onClose, onMade }: Props) {
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: (body: Schemas['ApiTokenRequest']) =>
      bodyOf(api.POST('/v1/system-accounts/{id}/tokens', { params: { path: { id } }, body })),
    onSuccess: (made) => {
      onClose();
      onMade(made);
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.systemAccounts }),
  });
  const submit = (form: FormData) =>
    make.mutate({ scopes: form.getAll('scopes') as Scope[], validDays: Number(fieldOf(form, 'validDays')) });
  return (
    <FormDialog opened onClose={onClose} title={`A token for ${name}`}>
      <DialogForm submit="Make the token" pending={make.isPending} onSubmit={submit} onCancel={onClose}>
        <Checkbox.Group
          label="What it may do"
          description="Only what the program needs."
          error={faultOf(make.error, '/scopes')}
        >
          <Stack gap="xs" my="xs">
            {SCOPES.map((scope, index) => (
              <Checkbox key={scope.value} name="scopes" {...scope} data-autofocus={index === 0 || undefined} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NativeSelect
          label="Valid for"
          description="Then it is refused, and you make a new one."
          name="validDays"
          defaultValue="90"
          data={DAYS}
          maw={200}
        />
        {make.error && <ProblemNotice error={make.error} shown={['/scopes']} />}
      </DialogForm>
    </FormDialog>
  );
}
