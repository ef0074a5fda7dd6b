import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { ProblemNotice } from '../../../components/problem-notice';
import type { ClosedGroups } from '../publication';

/** Closes all groups again with the courses as they are now, where enough of them changed; else says why not. */
export function CloseAgain({ state: { allowed, why } }: { state: NonNullable<ClosedGroups['closeAgain']> }) {
  const client = useQueryClient();
  const close = useMutation({
    mutationFn: () => bodyOf(api.POST('/v1/publications/groups/editions')),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.publications }),
  });
  if (!allowed) {
    return (
      <Text size="sm" c="dimmed">
        {why}
      </Text>
    );
  }
  return (
    <>
      {close.error && <ProblemNotice error={close.error} />}
      <Group gap="sm">
        <Button variant="default" loading={close.isPending} onClick={() => close.mutate()}>
          Close all groups again
        </Button>
        <Text size="sm" c="dimmed">
          New publications then count the courses as they are today. What is public stays as it is.
        </Text>
      </Group>
    </>
  );
}
