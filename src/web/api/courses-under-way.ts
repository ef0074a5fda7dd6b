import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import { everyPage, LARGEST_PAGE } from './every-page';
import { queryKeys } from './query-keys';

/** Every course under way, with its slots. */
export const coursesUnderWayQuery = queryOptions({
  queryKey: queryKeys.coursesUnderWay,
  queryFn: () =>
    everyPage((after) =>
      bodyOf(
        api.GET('/v1/courses', {
          params: { query: { status: 'active', limit: LARGEST_PAGE, after } },
        }),
      ),
    ),
});

/** Every course that is over and started on this day or later; null: whenever. */
export const coursesConcludedQuery = (startedFrom: string | null) =>
  queryOptions({
    queryKey: queryKeys.coursesConcluded(startedFrom),
    queryFn: () =>
      everyPage((after) =>
        bodyOf(
          api.GET('/v1/courses', {
            params: {
              query: { status: 'concluded', startedFrom: startedFrom ?? undefined, limit: LARGEST_PAGE, after },
            },
          }),
        ),
      ),
  });

/** The same, latest start first, some at a time. @param status How they ended; `concluded`: in whatever way. */
export const concludedByPageQuery = (
  startedFrom: string | null,
  status: 'concluded' | 'completed' | 'stopped' | 'lost',
  limit: number,
) =>
  infiniteQueryOptions({
    queryKey: queryKeys.concludedByPage(startedFrom, status),
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/v1/courses', {
          params: { query: { status, startedFrom: startedFrom ?? undefined, limit, after: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
