import { Text } from '@mantine/core';
import classes from './outcomes.module.css';
import type { Figure } from '../../components/figures';

type Counted = Pick<Figure, 'label' | 'howCounted' | 'interval'> & { estimator: string };

/** Which courses a figure counts, how it is estimated and how its interval is, from the definition that computes it. */
export function HowCounted({ figures }: { figures: readonly Counted[] }) {
  return (
    <details className={classes.how}>
      <summary>How is this counted?</summary>
      {figures.map(({ label, howCounted, estimator, interval }) => (
        <Text key={label} size="sm" mt={4}>
          {figures.length > 1 && <strong>{label}: </strong>}
          {howCounted} Estimated as {estimator}
          {interval === 'none' ? '; no interval is computed.' : `, with an interval: ${interval}.`}
        </Text>
      ))}
    </details>
  );
}
