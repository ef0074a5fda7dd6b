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
