import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../api/client';
import { faultOf } from '../parts/faulty-field';
import { useSession } from '../session/session';

interface Props {
  error: Error | null;
  /** Whom a course names; undefined for a course that is new. */
  clinicianId?: string | null;
}

/** Who treats the patient. Only a director may read who else works here; everybody else can name oneself. */
export function ClinicianField({ error, clinicianId }: Props) {
  const { staff } = useSession();
  const { data } = useQuery({
    queryKey: ['staff'],
    queryFn: () => bodyOf(api.GET('/v1/staff')),
    enabled: staff.role === 'director',
  });
  const people = (data?.items ?? [staff]).filter(({ role }) => role !== 'marketing');
  const known = people.map(({ id, name }) => ({ value: id, label: name }));
  const named = clinicianId ?? '';
  const unknown =
    named === '' || known.some(({ value }) => value === named)
      ? []
      : [{ value: named, label: 'Somebody else, as recorded' }];
  const proposed = staff.role === 'clinician' ? staff.id : '';
  return (
    <NativeSelect
      label="Treating clinician"
      name="clinicianId"
      data={[{ value: '', label: 'Not recorded' }, ...known, ...unknown]}
      defaultValue={clinicianId === undefined ? proposed : named}
      key={known.length}
      error={faultOf(error, '/clinicianId')}
    />
  );
}
