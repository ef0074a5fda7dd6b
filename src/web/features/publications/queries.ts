import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client';
import { queryKeys } from '../../api/query-keys';
import type { DraftFields } from './publication';

/** Drafts and what was published, latest first, page by page. */
export const publicationsQuery = infiniteQueryOptions({
  queryKey: queryKeys.publicationList,
  queryFn: ({ pageParam }) =>
    bodyOf(
      api.GET('/v1/publications', {
        params: { query: { limit: 50, after: pageParam ?? undefined } },
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  select: ({ pages }) => pages.flatMap(({ items }) => items),
});

/** A draft with its preview, or what was published with its document. */
export const publicationQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.publication(id),
    queryFn: () => bodyOf(api.GET('/v1/publications/{id}', { params: { path: { id } } })),
  });

/** The closed groups of a cohort, and what each choice of them would say. */
export const groupsQuery = ({ kind, indication }: Pick<DraftFields, 'kind' | 'indication'>) =>
  queryOptions({
    queryKey: queryKeys.publicationGroups(kind, indication),
    queryFn: () =>
      bodyOf(
        api.GET('/v1/publications/groups', {
          params: { query: { kind: kind ?? undefined, indication: indication ?? undefined } },
        }),
      ),
  });

/** What an approved publication would say of today's data. */
export const todayQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.publicationToday(id),
    queryFn: () => bodyOf(api.GET('/v1/publications/{id}/today', { params: { path: { id } } })),
    staleTime: 60_000,
  });
