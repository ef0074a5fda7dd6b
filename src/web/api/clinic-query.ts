import { queryOptions } from '@tanstack/react-query';
import { api, answerTo } from './client';
import { queryKeys } from './query-keys';

/** The clinic's settings and its day, with the version to send back on a change. */
export const clinicQuery = queryOptions({
  queryKey: queryKeys.clinic,
  queryFn: async () => {
    const { data, etag } = await answerTo(api.GET('/v1/clinic', {}));
    return { ...data, etag };
  },
});
