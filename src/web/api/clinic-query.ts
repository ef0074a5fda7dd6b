import { queryOptions } from '@tanstack/react-query';
import { api, answerTo } from './client';

/** The clinic's settings and its day, with the version to send back on a change. */
export const clinicQuery = queryOptions({
  queryKey: ['clinic'],
  queryFn: async () => {
    const { data, etag } = await answerTo(api.GET('/v1/clinic', {}));
    return { ...data, etag };
  },
});
