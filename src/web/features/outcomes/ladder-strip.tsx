import { Anchor, Text } from '@mantine/core';
import { useEffect, useRef, type CSSProperties, type RefObject } from 'react';
import { Link } from 'wouter';
import { countInFigures } from '../../../domain/numbers/words';
import type { Schemas } from '../../api/client';
import { addressOf, useCohortSearch } from './cohort-search';
import { RUNGS } from './ladder';
import classes from './outcomes.module.css';

/** How many courses are left at each step, always in sight: it decides every number below. */
export function LadderStrip({ outcome }: { outcome: Schemas['CohortResponse'] }) {
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
              style={shareOf(outcome.ladder[rung], outcome.ladder.courses)}
              href={addressOf('/outcomes/courses', search, {
                group: outcome.groups[`/ladder/${rung}`] ?? null,
              })}
            >
              <Text span fw={700} fz="lg">
                {countInFigures(outcome.ladder[rung])}
              </Text>{' '}
              <Text span size="sm">
                {rung === 'courses' && outcome.ladder.courses === 1 ? 'course' : label}
              </Text>
            </Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** How much of a line under a step is filled. */
function shareOf(count: number, all: number): CSSProperties {
  return { '--share': `${all === 0 ? 0 : (100 * count) / all}%` } as CSSProperties;
}

/** Keeps a strip in sight right under the bar, however high that is, and what has the focus below both. */
function useBelowBar<T extends HTMLElement>(): RefObject<T | null> {
  const strip = useRef<T>(null);
  useEffect(() => {
    const bar = document.querySelector('header');
    const place = () => {
      const top = bar?.offsetHeight ?? 0;
      const height = strip.current?.offsetHeight ?? 0;
      strip.current?.style.setProperty('top', `${top}px`);
      document.documentElement.style.scrollPaddingTop = `${top + height + 12}px`;
    };
    const sizes = new ResizeObserver(place);
    for (const element of [bar, strip.current]) if (element) sizes.observe(element);
    return () => {
      sizes.disconnect();
      document.documentElement.style.scrollPaddingTop = '';
    };
  }, []);
  return strip;
}
