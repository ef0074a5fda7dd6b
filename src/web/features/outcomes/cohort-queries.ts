import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CohortChartName } from '../../../domain/charts/cohort/cohort-charts';
import { api, bodyOf } from '../../api/client';
import type { paths } from '../../api/schema';
import { queryKeys } from '../../api/query-keys';
import type { Asked } from './cohort-search';

type QueryOf<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

// The query of an address is sent unchecked; the API answers with every fault in it.

/** Everything that is said of the courses of a filter. */
export function cohortOutcomeQuery(asked: Asked) {
  const query = asked as QueryOf<'/v1/cohorts/outcome'>;
  return queryOptions({
    queryKey: queryKeys.cohortOutcome(asked),
    queryFn: ({ signal }) => bodyOf(api.GET('/v1/cohorts/outcome', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** One chart of the courses of a filter. */
export function chartQuery(name: CohortChartName, asked: Asked) {
  const query = asked as QueryOf<'/v1/cohorts/charts/{name}'>;
  const params = { path: { name }, query };
  return queryOptions({
    queryKey: queryKeys.cohortChart(name, asked),
    queryFn: ({ signal }) => bodyOf(api.GET('/v1/cohorts/charts/{name}', { params, signal })),
    placeholderData: keepPreviousData,
  });
}

/** The courses of a group, page by page. */
export function coursesQuery(asked: Asked) {
  return infiniteQueryOptions({
    queryKey: queryKeys.cohortCourses(asked),
    queryFn: ({ signal, pageParam }) => {
      const query = { ...asked, ...pageParam } as QueryOf<'/v1/cohorts/courses'>;
      return bodyOf(api.GET('/v1/cohorts/courses', { params: { query }, signal }));
    },
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next === null ? null : { after: next }),
  });
}

/** Two periods side by side. */
export function comparisonQuery(asked: Asked) {
  const query = asked as unknown as paths['/v1/cohorts/comparison']['get']['parameters']['query'];
  return queryOptions({
    queryKey: queryKeys.cohortComparison(asked),
    queryFn: ({ signal }) => bodyOf(api.GET('/v1/cohorts/comparison', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}
