import { quarterInWords } from '../../calendar/period.js';
import { inWords } from '../../numbers/words.js';
import { beyond, controlLimits } from '../../statistics/control-limits.js';
import { differenceOfRates } from '../../statistics/differences.js';
import type { Interval } from '../../statistics/intervals.js';
import { rate, type Rate } from '../../statistics/rate.js';
import { readableRate } from '../../statistics/small-numbers.js';
import { intervalInWords } from '../../statistics/words.js';
import type { QuarterFigures } from '../breakdowns.js';

/** Of fewer finished quarters nobody can say what is usual. */
const FEWEST_QUARTERS = 3;

const MINUS = '\u2212';
const NONE: Interval = [null, null];

/** The response of the starters of a quarter beside what chance alone would do about it. */
export interface ControlledQuarter {
  figures: QuarterFigures;
  /** Of starters; of no percent where the quarter is unfinished, or has fewer than five. */
  response: Rate;
  /** Within which percents (0-100) chance alone would keep it. */
  limits: Interval;
  signal: 'below' | 'above' | null;
}

/** Quarters that follow each other, looked at together. */
export interface ControlledQuarters {
  quarters: ControlledQuarter[];
  /** Those of a percent. */
  finished: ControlledQuarter[];
  /** Of the finished ones together, in percent. */
  center: number | null;
}

/**
 * Which of these quarters differ from the others by more than chance?
 *
 * Input: quarters in their order. Output: for each the response of its starters at infusion 6, within what chance alone would keep it
 * (p-chart), and on which side it lies beyond. A quarter with courses under way, or of fewer than five starters, is not counted.
 *
 * Source: as of `controlLimits`.
 *
 * Example: 10, 12 and 11 responders among 20 starters each lie within 21.6 to 88.4 %, about 55 %.
 */
export function controlledQuarters(quarters: readonly QuarterFigures[]): ControlledQuarters {
  const rates = quarters.map(({ responseOfStarters, underWay }): Rate => {
    const readable = readableRate(responseOfStarters);
    return underWay > 0 || readable.percent === null ? rate(0, 0) : readable;
  });
  const { center, limits } = controlLimits(rates);
  const all = quarters.map((figures, at): ControlledQuarter => {
    const [response, within] = [rates[at] ?? rate(0, 0), limits[at] ?? NONE];
    return { figures, response, limits: within, signal: beyond(response.percent, within) };
  });
  return { quarters: all, finished: all.filter(({ response }) => response.percent !== null), center };
}

/**
 * Does response change from quarter to quarter, in words?
 *
 * Input: quarters as of `controlledQuarters`. Output: that all lie within chance, or which do not; under three finished
 * quarters, that nobody can say.
 */
export function controlInWords({ finished, center }: ControlledQuarters): string {
  if (finished.length < FEWEST_QUARTERS) return 'too few finished quarters to tell change from chance';
  const beyondChance = finished.filter(({ signal }) => signal !== null);
  if (beyondChance.length === 0) {
    return `all ${finished.length} finished quarters within chance of ${inWords(center, 0)} %`;
  }
  const which = beyondChance.map(({ figures, signal }) => `${quarterInWords(figures.quarter)} ${signal}`).join(', ');
  return `${which} what chance explains about ${inWords(center, 0)} %`;
}

/**
 * Is the last finished quarter better than the one before it, or is that chance?
 *
 * Input: quarters as of `controlledQuarters`. Output: both with their difference in percentage points, its 95 % interval (Newcombe),
 * and whether that holds 0; null under two finished quarters. The one before need not be its neighbor.
 */
export function latestInWords({ finished }: ControlledQuarters): string | null {
  const [latest, before] = [finished.at(-1), finished.at(-2)];
  if (latest === undefined || before === undefined) return null;
  const { difference, ci95 } = differenceOfRates(latest.response, before.response);
  const [from, to] = ci95;
  const isChance = from === null || (from <= 0 && to >= 0);
  const apart = inWords(Math.abs(difference ?? 0), 0);
  const way = (difference ?? 0) < 0 ? 'below' : 'above';
  const [one, other] = [latest, before].map(({ figures }) => quarterInWords(figures.quarter));
  return (
    `${one}: ${inWords(latest.response.percent, 0)} %, ${apart} ${apart === '1' ? 'point' : 'points'} ${apart === '0' ? 'from' : way} ${other} ` +
    `(95 % interval of the difference ${intervalInWords(ci95, 0).replaceAll('-', MINUS)}): ` +
    `${isChance ? 'chance can explain it' : 'more than chance explains'}.`
  );
}
