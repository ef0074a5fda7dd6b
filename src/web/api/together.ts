import type { UseQueryResult } from '@tanstack/react-query';

/** What a page needs of a query: what was read, or why not, and how to try again. */
export type Read<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'isFetching'> & { refetch: () => unknown };

/** Two queries as one: there once both are, and tried again together. */
export function together<A, B>(one: Read<A>, other: Read<B>): Read<[A, B]> {
  return {
    data: one.data === undefined || other.data === undefined ? undefined : [one.data, other.data],
    error: one.error ?? other.error,
    isFetching: one.isFetching || other.isFetching,
    refetch: () => Promise.all([one.refetch(), other.refetch()]),
  };
}

/**
 * A query that is there not before others have had their first answer, whatever it was, so that what they bring does not push the
 * page down later. Without a connection they don't hold it up.
 */
export function notBefore<T>(
  query: Read<T>,
  others: readonly Pick<UseQueryResult, 'isLoading' | 'failureCount'>[],
): Read<T> {
  const isToCome = others.some(({ isLoading, failureCount }) => isLoading && failureCount === 0);
  return isToCome ? { ...query, data: undefined, error: null } : query;
}
