import { Stack, Text } from '@mantine/core';
import type { PublicRung, Withheld } from '../../../../domain/publication/published-document';
import { countInFigures } from '../../../../domain/numbers/words';
import classes from '../publications.module.css';
import { WithApproval } from './with-approval';

/** How many courses are left at each step, as far as that is public. */
export function PublicLadder({ ladder }: { ladder: readonly PublicRung[] }) {
  return (
    <Stack gap={4}>
      <ol className={classes.ladder}>
        {ladder.map(({ name, label, count, withheld }) => (
          <li key={name} className={withheld ? classes.withheld : undefined}>
            <span>
              {(withheld ?? count) !== null && <b>{withheld ? 'withheld' : countInFigures(count ?? 0)}</b>}{' '}
              <span className={classes.rung}>{label}</span>
            </span>
          </li>
        ))}
      </ol>
      {ladder.some(({ count, withheld }) => count === null && withheld === null) && (
        <WithApproval what="The counts that are not withheld would be public." />
      )}
      <WithheldReasons of={ladder.map(({ withheld }) => withheld)} />
    </Stack>
  );
}

/** Why something of several is withheld, each reason once. */
function WithheldReasons({ of }: { of: readonly (Withheld | null)[] }) {
  const reasons = new Set(of.flatMap((withheld) => (withheld ? [withheld.reason] : [])));
  return [...reasons].map((reason) => (
    <Text key={reason} size="sm" c="dimmed">
      <b>Withheld:</b> {reason}
    </Text>
  ));
}
