import { rounded } from '../../domain/numbers/rounded.js';
import { inWords } from '../../domain/numbers/words.js';
import { FEWEST_FOR_PERCENT, isFew } from '../../domain/statistics/small-numbers.js';
import type { components } from '../api/schema.js';

type Schemas = components['schemas'];

export type Figure = Schemas['Figure'];
type Unit = Figure['unit'];
type Interval = readonly (number | null)[];

/** Between a number and its unit, so that they stay on one line. */
const SPACE = '\u00a0';
const UNITS: Readonly<Record<Unit, string>> = {
  points: `${SPACE}points`,
  percent: `${SPACE}%`,
  standardDeviations: `${SPACE}SD`,
};

const DIFFERENCE_UNITS = { ...UNITS, percent: `${SPACE}percentage points` };

const MINUS = '\u2212';

/** Digits are cut for the screen only; what is exported has all of them. */
const DECIMALS = 1;

/** A value with its unit, `57.1 %`; said in words where there is nothing to estimate. */
export function showValue(value: number | null, unit: Unit, decimals = DECIMALS): string {
  return value === null ? 'no course yet' : `${numberOf(value, decimals)}${UNITS[unit]}`;
}

/** What is shown of a figure, and whether so few courses are behind it that it is shown in gray. */
export interface ShownFigure {
  /** Null where the count of n is all that is said. */
  text: string | null;
  interval: string | null;
  few: boolean;
}

/** A figure as it is read: a rate of fewer than five is its count alone, `2 of 3`. */
export function shownFigure(
  { value, unit, ci95, n, count }: Pick<Figure, 'value' | 'unit' | 'n' | 'count'> & { ci95: Interval },
  decimals = DECIMALS,
): ShownFigure {
  if (count !== undefined && n > 0 && n < FEWEST_FOR_PERCENT) {
    return { text: null, interval: null, few: true };
  }
  const text = value === null && n > 0 ? 'not known' : showValue(value, unit, decimals);
  return { text, interval: showInterval(ci95, unit, decimals), few: isFew(n) };
}

/** A mean in points, without its unit; `–` where there is nothing to estimate. */
export function showMean(value: number | null): string {
  return value === null ? '–' : numberOf(value, DECIMALS);
}

/** A difference with its sign: `+3.2 points`; that of two percentages is in percentage points. */
export function showDifference(value: number | null, unit: Unit, decimals = DECIMALS): string {
  if (value === null) return 'not known';
  return `${numberOf(value, decimals, 'exceptZero')}${DIFFERENCE_UNITS[unit]}`;
}

/** `−5.2 to 33.4 percentage points`; null where there is no interval. */
export function showDifferenceInterval([from, to]: Interval, unit: Unit): string | null {
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  return `${numberOf(from, DECIMALS)} to ${numberOf(to, DECIMALS)}${DIFFERENCE_UNITS[unit]}`;
}

/** `49.7 to 64.3 %`; null where there is no interval. */
export function showInterval([from, to]: Interval, unit: Unit, decimals = DECIMALS): string | null {
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  return `${numberOf(from, decimals)} to ${numberOf(to, decimals)}${UNITS[unit]}`;
}

function numberOf(value: number, decimals: number, signDisplay: 'negative' | 'exceptZero' = 'negative'): string {
  const plus = signDisplay === 'exceptZero' && rounded(value, decimals) > 0 ? '+' : '';
  return `${plus}${inWords(value, decimals).replace('-', MINUS)}`;
}

/** A number without its unit, with a decimal only where it has one: `22`, `22.4`. */
export function showTenths(value: number): string {
  return String(rounded(value, DECIMALS)).replace('-', MINUS);
}

/** The figure of a set by its name; there is none where a set does not define it. */
export function figureIn(figures: readonly Figure[], set: Figure['set'], name: string): Figure | undefined {
  return figures.find((figure) => figure.set === set && figure.name === name);
}
