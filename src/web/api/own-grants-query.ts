import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import { queryKeys } from './query-keys';

/** By whom the person who is signed in came to their access, latest first. */
export const ownGrantsQuery = queryOptions({
  queryKey: queryKeys.ownGrants,
  queryFn: async () => (await bodyOf(api.GET('/v1/account/grants'))).items,
  staleTime: Infinity,
});
