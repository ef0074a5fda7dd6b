import { Stack } from '@mantine/core';
import type { PublicRung } from '../../../domain/publication/published-document';
import { countInFigures } from '../../../domain/numbers/count-in-figures';
import classes from './publications.module.css';
import { WithApproval } from './with-approval';
import { WithheldReasons } from './withheld-reasons';

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
