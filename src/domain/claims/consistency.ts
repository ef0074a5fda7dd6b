import type { Measure } from './measures.js';
import { rounded } from '../numbers/rounded.js';
import { inWords } from '../numbers/words.js';
import type { Quantity } from './reading/quantity.js';
import type { Reading } from './reading/reading.js';
import type { Readings } from './reading/readings.js';
import type { Scopes } from './reading/scopes.js';

/** Two statements of a text that can't both be true. */
export interface Contradiction {
  /** The number that says what follows from the others. */
  derived: Reading;
  /** The numbers it follows from. */
  from: Reading[];
  /** In words, with the number that would follow. */
  explanation: string;
}

type Pair = Readings['pairs'][number];

/**
 * Which numbers of a text contradict each other?
 *
 * Input: the readings of a text with their pairs, and its scopes. Output: every fall in percent or points
 * that does not follow from the before and after it belongs to, and every percent that does not follow from
 * the ratio beside it. A fall belongs to the nearest pair of its clause, else of its sentence, else of
 * the sentence next to it that speaks of the same group. Rounding is allowed for on both sides.
 *
 * Example: `74 %, from 35.0 to 11.2` is one: 100 x (35.0 - 11.2) / 35.0 = 68.0.
 */
export function contradictionsOf({ readings, pairs }: Readings, scopes: Scopes): Contradiction[] {
  const falls = readings.flatMap((reading) => {
    if (!isFall(reading.measure) || reading.interval) return [];
    const pair = pairOf(reading, pairs, scopes);
    return pair === null ? [] : againstPair(reading, pair);
  });
  return [...falls, ...ratiosOf(readings, scopes)];
}

/**
 * Does a fall follow from a before and after of the text, rounded as they are?
 *
 * Input: a reading, the pairs of the text and its scopes. Output: the pair it follows from; null where it belongs to none
 * or contradicts it.
 *
 * Example: in `from 35 to 11 (69 %)` 69 % follows, since 100 x 24 / 35 = 68.6.
 */
export function pairItFollowsFrom(reading: Reading, pairs: readonly Pair[], scopes: Scopes): Pair | null {
  if (!isFall(reading.measure) || reading.interval) return null;
  const pair = pairOf(reading, pairs, scopes);
  return pair === null || againstPair(reading, pair).length > 0 ? null : pair;
}

function isFall(measure: Measure): boolean {
  return measure === 'percentFall' || measure === 'pointsFall';
}

function pairOf(reading: Reading, pairs: readonly Pair[], scopes: Scopes): Pair | null {
  const here = reading.quantity;
  const gap = ({ before, after }: Pair) =>
    Math.max(before.quantity.start - here.end, here.start - after.quantity.end, 0);
  const near = (holds: (pair: Pair) => boolean) => pairs.filter(holds).sort((one, other) => gap(one) - gap(other))[0];
  const at = ({ before }: Pair) => before.quantity.start;
  const apart = (pair: Pair) => Math.abs((scopes.sentence[at(pair)] ?? 0) - (scopes.sentence[here.start] ?? 0));
  return (
    near((pair) => scopes.clause[at(pair)] === scopes.clause[here.start]) ??
    near((pair) => apart(pair) === 0 && pair.after.who === reading.who) ??
    near(
      (pair) =>
        apart(pair) === 1 &&
        scopes.paragraph[at(pair)] === scopes.paragraph[here.start] &&
        pair.after.who === reading.who,
    ) ??
    null
  );
}

function againstPair(reading: Reading, { before, after }: Pair): Contradiction[] {
  const [from, to] = [before.quantity, after.quantity];
  const inPercent = reading.measure === 'percentFall';
  const sign = reading.rising ? -1 : 1;
  const fall = (first: number, last: number) => sign * (inPercent ? (100 * (first - last)) / first : first - last);
  const [wide, narrow] = [halfUnit(from), halfUnit(to)];
  if (from.low - wide <= 0) return [];
  const ends = [-1, 1].flatMap((one) => [-1, 1].map((other) => fall(from.low + one * wide, to.low + other * narrow)));
  if (canBe(reading.quantity, Math.min(...ends), Math.max(...ends))) return [];
  const exact = fall(from.low, to.low);
  const unit = inPercent ? ' %' : ' points';
  const follows = inPercent ? String(rounded(exact, 0)) : inWords(exact);
  const explanation = `The text contradicts itself: from ${shown(from)} to ${shown(to)} is ${follows}${unit}, not ${claimed(reading.quantity)}${unit}.`;
  return [{ derived: reading, from: [before, after], explanation }];
}

function ratiosOf(readings: readonly Reading[], { sentence }: Scopes): Contradiction[] {
  return readings.flatMap((reading, place) => {
    const last = readings[place - 1];
    const ratio = last?.quantity.ratio ?? null;
    if (last === undefined || ratio === null || reading.quantity.ratio !== null) return [];
    const together = sentence[last.quantity.start] === sentence[reading.quantity.start];
    const close = reading.quantity.start - last.quantity.end <= 24;
    const ofAnother = reading.whoIsNear && last.whoIsNear && last.who !== reading.who;
    const alike = last.measure === reading.measure && reading.form === 'percent' && !ofAnother;
    const exact = (100 * ratio.count) / ratio.of;
    if (!together || !close || !alike || reading.interval) return [];
    if (canBe(reading.quantity, exact, exact)) return [];
    const explanation = `The text contradicts itself: ${ratio.count} of ${ratio.of} is ${rounded(exact, 0)} %, not ${claimed(reading.quantity)} %.`;
    return [{ derived: reading, from: [last], explanation }];
  });
}

/** Can a number between these two be what is claimed? */
function canBe(quantity: Quantity, lowest: number, highest: number): boolean {
  const slack = halfUnit(quantity) + 1e-9;
  const { low, high, bound } = quantity;
  if (low < high) return highest >= low - slack && lowest <= high + slack;
  const loose = quantity.parts !== null ? 2.5 : slack;
  const roughly = bound === 'about' || bound === 'almost' ? Math.max(2.5, slack) : loose;
  if (bound === 'over' || bound === 'atLeast') return highest >= low - slack;
  if (bound === 'under' || bound === 'atMost' || bound === 'upTo') return lowest <= low + slack;
  return highest >= low - roughly && lowest <= low + roughly;
}

function halfUnit({ decimals }: Quantity): number {
  return 0.5 / 10 ** decimals;
}

function shown({ low, decimals }: Quantity): string {
  return inWords(low, decimals);
}

function claimed({ low, high, decimals }: Quantity): string {
  return low === high ? inWords(low, decimals) : `${inWords(low, decimals)} to ${inWords(high, decimals)}`;
}
