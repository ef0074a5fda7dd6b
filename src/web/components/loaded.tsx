import { Button, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Read } from '../api/together';
import { canChange, isCutOff } from '../api/problem';
import { ProblemNotice } from './problem-notice';

interface Props<T> {
  query: Read<T>;
  /** Height of what will be there, so that the page does not jump. */
  height?: number | string;
  children: (data: T) => ReactNode;
}

/** What was read; until then a placeholder, and where it could not be read the reason, and a way to try again where that can help. */
export function Loaded<T>({ query, height = 160, children }: Props<T>) {
  const { data, error, refetch, isFetching } = query;
  if (data === undefined && !error) return <Skeleton height={height} aria-label="Loading" role="status" />;
  // The bar over every page says that nothing answers, and of when it is what is shown.
  const isTold = data !== undefined && isCutOff(error);
  return (
    <>
      {error && !isTold && (
        <Stack maw={640} mb="md" align="flex-start">
          <ProblemNotice error={error} />
          {canChange(error) && (
            <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          )}
        </Stack>
      )}
      {data !== undefined && children(data)}
    </>
  );
}
