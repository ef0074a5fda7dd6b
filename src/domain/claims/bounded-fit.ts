import type { PublicNumber } from './public-number.js';
import type { Quantity } from './reading/quantity.js';

const TINY = 1e-9;

type Between = NonNullable<PublicNumber['bounded']>;

/**
 * Does a claimed number agree with one of which is published only on which side of another it lies?
 *
 * Input: the number as it is claimed, and the published one with the least and the most that it can be. Output: `exactly` where
 * it is claimed by the published bound; `rounded` where the claim holds whichever number it is; null else.
 *
 * Example: of fewer than 11 of 120, `under 10 %` agrees exactly, `at most 9 %` rounded, and `3 %` not.
 */
export function boundedFit(claimed: Quantity, { value, bounded }: PublicNumber): 'exactly' | 'rounded' | null {
  if (!bounded) return null;
  const isWordForWord = claimed.bound === (bounded.least > 0 ? 'over' : 'under');
  if (isWordForWord && Math.abs(claimed.low - value) < TINY) return 'exactly';
  return followsFrom(claimed, bounded) ? 'rounded' : null;
}

/** Is the claim so, whichever number between these two it is? */
function followsFrom({ low, high, bound }: Quantity, { least, most }: Between): boolean {
  if (low < high) return least >= low - TINY && most <= high + TINY;
  if (bound === 'under') return most < low - TINY;
  if (bound === 'atMost') return most <= low + TINY;
  if (bound === 'over') return least > low + TINY;
  return bound === 'atLeast' && least >= low - TINY;
}

/** May the claim be so, as far as the publication says? */
export function mayFollow({ low, high, bound }: Quantity, { least, most }: Between): boolean {
  if (bound === 'under' || bound === 'atMost') return least <= high + TINY;
  if (bound === 'over' || bound === 'atLeast') return most >= low - TINY;
  return low <= most + TINY && high >= least - TINY;
}
