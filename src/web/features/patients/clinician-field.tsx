import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cliniciansQuery } from '../../api/clinicians-query';
import { faultOf } from '../../api/problem';
import { useSession } from '../../session/session';
import { useTyped } from '../../components/dialogs/dialog-draft';

interface Props {
  error: Error | null;
  /** The clinician of the course; undefined for a course that is new. */
  clinicianId?: string | null;
  /** Who is proposed for a new one, unless that person has left; undefined: who types, where that is a clinician. */
  proposed?: string | null;
}

/** The treating clinician: anybody who works here, or the one of the course so far. */
export function ClinicianField({ error, clinicianId, proposed }: Props) {
  const { staff } = useSession();
  const typed = useTyped();
  const { data } = useQuery(cliniciansQuery);
  const people = data?.items ?? [{ id: staff.id, name: staff.name, active: true }];
  const named = clinicianId ?? '';
  const known = people
    .filter(({ id, active }) => active || id === named)
    .map(({ id, name, active }) => ({
      value: id,
      label: active ? name : `${name} (not active)`,
    }));
  const unknown =
    named === '' || known.some(({ value }) => value === named)
      ? []
      : [{ value: named, label: 'Somebody else, as recorded' }];
  const before = proposed && people.some(({ id, active }) => active && id === proposed) ? proposed : undefined;
  const first = before ?? (staff.role === 'clinician' ? staff.id : '');
  return (
    <NativeSelect
      label="Treating clinician"
      name="clinicianId"
      data={[{ value: '', label: 'Not recorded' }, ...known, ...unknown]}
      defaultValue={typed('clinicianId', clinicianId === undefined ? first : named)}
      key={known.length}
      error={faultOf(error, '/clinicianId')}
    />
  );
}
