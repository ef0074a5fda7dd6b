import { Text } from '@mantine/core';

/** Shown in place of numbers that marketing does not see before the approval. */
export function WithApproval({ what = 'Would be public.' }: { what?: string }) {
  return (
    <Text size="sm">
      <b>{what}</b> Shown once a director has approved.
    </Text>
  );
}
