import { Text } from '@mantine/core';
import type { Withheld } from '../../../domain/publication/published-document';

/** Why something of several is withheld, each reason once. */
export function WithheldReasons({ of }: { of: readonly (Withheld | null)[] }) {
  const reasons = new Set(of.flatMap((withheld) => (withheld ? [withheld.reason] : [])));
  return [...reasons].map((reason) => (
    <Text key={reason} size="sm" c="dimmed">
      <b>Withheld:</b> {reason}
    </Text>
  ));
}
