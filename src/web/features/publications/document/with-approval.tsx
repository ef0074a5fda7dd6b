import { Text } from '@mantine/core';

/** Stands in the place of numbers that marketing is not shown before the approval. */
export function WithApproval({ what = 'Would be public.' }: { what?: string }) {
  return (
    <Text size="sm">
      <b>{what}</b> Shown once a director has approved.
    </Text>
  );
}
