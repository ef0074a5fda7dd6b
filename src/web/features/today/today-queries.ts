import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { everyPage, LARGEST_PAGE } from '../../api/every-page';
import { queryKeys } from '../../api/query-keys';

/** A clinic that brought its old spreadsheet may have hundreds of gaps and silent courses. */
const SHOWN_AT_ONCE = 20;

/** Courses that have ended and hold an infusion nobody said anything of, latest start first, some at a time. */
export const gapsQuery = infiniteQueryOptions({
  queryKey: queryKeys.coursesWithGaps,
  queryFn: ({ pageParam }) =>
    bodyOf(
      api.GET('/v1/courses', {
        params: {
          query: { status: 'concluded', gaps: 'true', limit: SHOWN_AT_ONCE, after: pageParam },
        },
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  select: ({ pages }) => pages.flatMap(({ items }) => items),
});

/** Courses that nobody closed and of which nothing came for long, latest start first, some at a time. */
export const silentQuery = infiniteQueryOptions({
  queryKey: queryKeys.coursesSilent,
  queryFn: ({ pageParam }) =>
    bodyOf(api.GET('/v1/courses', { params: { query: { status: 'lost', limit: SHOWN_AT_ONCE, after: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
  select: ({ pages }) => pages.flatMap(({ items }) => items),
});

/** Courses that are over, with a score after the series that is due within a week, or was and is still asked for. */
export const afterSeriesQuery = queryOptions({
  queryKey: queryKeys.coursesAfterSeries,
  queryFn: () =>
    everyPage((after) =>
      bodyOf(api.GET('/v1/courses', { params: { query: { afterSeriesDue: 'true', limit: LARGEST_PAGE, after } } })),
    ),
});

/** Every safety notice that nobody has acknowledged, oldest first. */
export const openNoticesQuery = queryOptions({
  queryKey: queryKeys.openNotices,
  queryFn: () =>
    everyPage((after) => bodyOf(api.GET('/v1/safety-notices', { params: { query: { limit: LARGEST_PAGE, after } } }))),
});

/** Has the clinic a patient at all? */
export const anyPatientQuery = queryOptions({
  queryKey: queryKeys.anyPatient,
  queryFn: async () => (await bodyOf(api.GET('/v1/patients', { params: { query: { limit: 1 } } }))).items.length > 0,
});
