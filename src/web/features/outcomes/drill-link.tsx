import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { countInFigures, counted } from '../../../domain/numbers/words';
import { addressOf, useCohortSearch } from './cohort-search';

interface Props {
  count: number;
  /** The group of courses behind the count, as the API names it. */
  group: string | undefined;
  /** What is counted, for people who hear the number alone. */
  of: string;
  /** Filters that differ from those of the page. */
  changes?: Record<string, string | null>;
}

/** A count that leads to the courses behind it. */
export function DrillLink({ count, group, of, changes = {} }: Props) {
  const { search } = useCohortSearch();
  if (group === undefined) return countInFigures(count);
  return (
    <Anchor
      component={Link}
      href={addressOf('/outcomes/courses', search, { ...changes, group })}
      aria-label={`${counted(count, 'course')}: ${of}`}
      inherit
      underline="always"
    >
      {countInFigures(count)}
    </Anchor>
  );
}
