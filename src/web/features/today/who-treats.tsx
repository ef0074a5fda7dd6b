import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { cliniciansQuery } from '../../api/clinicians-query';
import { useInAddress } from '../../components/in-address';

const CLINICIAN = 'clinician';

/** Of whom the day is shown, as the address of the page says: an id, `none` for nobody, or null for all. */
export function useWhoTreats(): string | null {
  const [search] = useSearchParams();
  return search.get(CLINICIAN);
}

/** Does the course belong to whom the day is shown of? */
export function isTreatedBy(who: string | null, { clinicianId }: { clinicianId: string | null }): boolean {
  return who === null || (who === 'none' ? clinicianId === null : clinicianId === who);
}

/** Whose patients the day shows, in words; null where it shows all. */
export function useTreatedByWords(): string | null {
  const who = useWhoTreats();
  const { data } = useQuery(cliniciansQuery);
  if (who === null) return null;
  const name = data?.items.find(({ id }) => id === who)?.name;
  return `Who treats: ${name ?? (who === 'none' ? 'not recorded' : 'one clinician')}`;
}

/** Whose patients the day shows; kept in the address, so that a bookmark opens it again. */
export function WhoTreats() {
  const [who, choose] = useInAddress(CLINICIAN);
  const { data } = useQuery(cliniciansQuery);
  const people = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <NativeSelect
      aria-label="Who treats"
      data={[{ value: '', label: 'Who treats: all' }, ...people, { value: 'none', label: 'Not recorded' }]}
      value={who}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
}
