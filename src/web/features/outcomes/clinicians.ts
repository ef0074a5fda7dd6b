import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';

/** Everybody a course may be led by, for a field of choices; also those who have left. */
export function useClinicians(): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['staff'],
    queryFn: () => bodyOf(api.GET('/v1/staff')),
  });
  return (data?.items ?? [])
    .filter(({ role }) => role !== 'marketing')
    .map(({ id, name, status }) => ({
      value: id,
      label: status === 'active' ? name : `${name} (${status})`,
    }));
}
