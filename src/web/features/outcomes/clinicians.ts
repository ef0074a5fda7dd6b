import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

/** Everybody a course may be led by, for a field of choices; also those who have left. */
export function useClinicians(): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: queryKeys.staff,
    queryFn: () => bodyOf(api.GET('/v1/staff')),
  });
  return (data?.items ?? [])
    .filter(({ role }) => role !== 'marketing')
    .map(({ id, name, status }) => ({
      value: id,
      label: status === 'active' ? name : `${name} (${status})`,
    }));
}
