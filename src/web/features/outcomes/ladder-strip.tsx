import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { countInFigures } from '../../../domain/numbers/count-in-figures';
import type { Schemas } from '../../api/client';
import { addressOf, useCohortSearch } from './cohort-search';
import { RUNGS } from './ladder';
import classes from './outcomes.module.css';
import { useBelowBar } from './below-bar';

/** How many courses are left at each step, always in sight: it decides every number below. */
export function LadderStrip({ outcome }: { outcome: Schemas['CohortOutcome'] }) {
  const { search } = useCohortSearch();
  const ref = useBelowBar<HTMLElement>();
  return (
    <nav ref={ref} aria-label="Ladder" className={classes.ladder}>
      <ol>
        {RUNGS.map(({ rung, label }) => (
          <li key={rung}>
            <Anchor
              component={Link}
              underline="hover"
              className={classes.rung}
              href={addressOf('/outcomes/courses', search, {
                group: outcome.groups[`/ladder/${rung}`] ?? null,
              })}
            >
              <Text span fw={700} fz="lg">
                {countInFigures(outcome.ladder[rung])}
              </Text>{' '}
              <Text span size="sm">
                {label}
              </Text>
            </Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}
