import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { queryKeys } from '../../api/query-keys';

/** The trajectory as the service draws it, sharp on paper, as the address of an image. */
export const drawingQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.courseDrawing(id),
    queryFn: async () => {
      const svg = await bodyOf(
        api.GET('/v1/courses/{id}/charts/trajectory.svg', {
          params: { path: { id }, query: { width: 600, theme: 'light' } },
          parseAs: 'text',
        }),
      );
      return `data:image/svg+xml,${encodeURIComponent(svg)}`;
    },
  });
