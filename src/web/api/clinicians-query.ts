import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import { queryKeys } from './query-keys';

/** Who may treat a patient in this clinic, also who no longer does. */
export const cliniciansQuery = queryOptions({
  queryKey: queryKeys.clinicians,
  queryFn: () => bodyOf(api.GET('/v1/clinic/clinicians')),
});
