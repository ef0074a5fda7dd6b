import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import { identityProviderQuery } from '../../session/identity-provider';

interface Props {
  /** Id of the director who is named; null where everybody may sign in here. */
  defaultValue: string | null;
  fault: string | null;
}

/** Whether all but one director have to come by the identity provider; nothing where there is none. */
export function BreakGlassField({ defaultValue, fault }: Props) {
  const { data: provider } = useQuery(identityProviderQuery);
  const { data: staff } = useQuery({ queryKey: queryKeys.staff, queryFn: () => bodyOf(api.GET('/v1/staff')) });
  if (!staff || (!provider && defaultValue === null)) return null;
  const name = provider ?? 'single sign-on';
  const directors = staff.items.filter(
    ({ id, role, status }) => id === defaultValue || (role === 'director' && status === 'active'),
  );
  return (
    <div>
      <NativeSelect
        label="How people sign in"
        description={`Where ${name} is required, passwords and passkeys alone let nobody in but the director who is named here, for the day on which ${name} lets nobody in. All directors are told when that is used. Who is signed in stays so.`}
        name="breakGlassDirectorId"
        maw={440}
        defaultValue={defaultValue ?? ''}
        error={fault}
        data={[
          { value: '', label: `with a password, a passkey or ${name}` },
          ...directors.map((person) => ({ value: person.id, label: `with ${name} only, but for ${person.name}` })),
        ]}
      />
      {defaultValue !== null && !provider && (
        <Text size="sm" mt={4}>
          No identity provider is set up for this service any more.
        </Text>
      )}
    </div>
  );
}
