import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CohortChartName } from '../../../domain/charts/cohort/cohort-charts';
import { api, bodyOf, type Schemas } from '../../api/client';
import type { paths } from '../../api/schema';
import { queryKeys } from '../../api/query-keys';
import type { Asked } from './cohort-search';
import { withPeriodWords } from './filters/period-words';

type QueryOf<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;

const UNCHANGED = 304;

// The query of an address is sent unchecked; the API answers with every fault in it.

/** Everything that is said of the courses of a filter, with all charts. What has not changed is not sent again. */
export function dashboardQuery(asked: Asked) {
  const query = asked as QueryOf<'/v1/cohorts/dashboard'>;
  const queryKey = queryKeys.cohortDashboard(asked);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) => {
      const before = client.getQueryData<Schemas['DashboardResponse']>(queryKey);
      const headers = before && { 'If-None-Match': `"${before.dataVersion}"` };
      const sent = api.GET('/v1/cohorts/dashboard', { params: { query }, headers, signal });
      const { response } = await sent;
      return before && response.status === UNCHANGED ? before : withPeriodWords(asked, bodyOf(sent));
    },
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
      return withPeriodWords(asked, bodyOf(api.GET('/v1/cohorts/courses', { params: { query }, signal })));
    },
    initialPageParam: {},
    getNextPageParam: ({ next }) => (next === null ? null : { after: next }),
    placeholderData: keepPreviousData,
  });
}

/** Two periods side by side. */
export function comparisonQuery(asked: Asked) {
  const query = asked as unknown as paths['/v1/cohorts/comparison']['get']['parameters']['query'];
  return queryOptions({
    queryKey: queryKeys.cohortComparison(asked),
    queryFn: ({ signal }) =>
      withPeriodWords(asked, bodyOf(api.GET('/v1/cohorts/comparison', { params: { query }, signal }))),
    placeholderData: keepPreviousData,
  });
}

/** Whether clinicians, or indications, differ. */
export function differencesQuery(asked: Asked) {
  const query = asked as QueryOf<'/v1/cohorts/differences'>;
  return queryOptions({
    queryKey: queryKeys.cohortDifferences(asked),
    queryFn: ({ signal }) =>
      withPeriodWords(asked, bodyOf(api.GET('/v1/cohorts/differences', { params: { query }, signal }))),
    placeholderData: keepPreviousData,
  });
}

/** How often each mark was right. */
export function marksQuery(asked: Asked) {
  const query = asked as QueryOf<'/v1/cohorts/marks'>;
  return queryOptions({
    queryKey: queryKeys.cohortMarks(asked),
    queryFn: ({ signal }) =>
      withPeriodWords(asked, bodyOf(api.GET('/v1/cohorts/marks', { params: { query }, signal }))),
    placeholderData: keepPreviousData,
  });
}
