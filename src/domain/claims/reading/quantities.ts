import type { Bare, Quantity } from './quantity.js';
import { boundedAt } from './bounds.js';
import { numberAt } from './number-words.js';
import type { WrittenNumber } from './number-words.js';
import { ratioAt } from './ratios.js';
import { inPerCent } from './proportions.js';
import type { Token } from './tokens.js';
import { unitAt } from './units.js';

/**
 * Which numbers does a text state, with their units and bounds?
 *
 * Input: a plain text with its masks in place, and its tokens. Output: the numbers in order, none
 * overlapping another. Two numbers are one range where a dash, `to` or `and` joins them and the first is
 * the smaller; a fall from one to the other is two numbers.
 *
 * Example: `between 75 and 85 percent` is one range of percent, `35.0 → 11.2` two numbers.
 */
export function quantitiesOf(plain: string, tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length;) {
    const read = quantityAt(tokens, at);
    if (read !== null) {
      const quantity = inPerCent(plain, read.quantity, found);
      found.push(withBound(plain, quantity, found.at(-1)?.end ?? 0));
    }
    at = read?.next ?? at + 1;
  }
  return found;
}

/** `rose from 20 to 25` is no range. */
const RISING = /^(?:rose|risen|rising|rises?|increased|climbed|grew|up|went|worsened|improved)$/;

function quantityAt(tokens: readonly Token[], at: number) {
  const number = numberAt(tokens, at);
  const start = tokens[at]?.start;
  if (number === null || start === undefined || Number.isNaN(number.value)) return null;
  const read = ratioAt(tokens, number) ?? rangeAt(tokens, at, number) ?? single(tokens, number);
  const end = tokens[read.next - 1]?.end ?? start;
  const opened = read.bare.low < read.bare.high && tokens[at - 1]?.text === 'between';
  const from = opened ? (tokens[at - 1]?.start ?? start) : start;
  return { quantity: { start: from, end, ...read.bare }, next: read.next };
}

type Read = { bare: Omit<Bare, 'start' | 'end'>; next: number };

function single(tokens: readonly Token[], { value, decimals, next, parts }: WrittenNumber): Read {
  const unit = parts === null ? unitAt(tokens, next) : { unit: 'percent' as const, next };
  const bare = { low: value, high: value, decimals, unit: unit.unit, ratio: null, parts, inWords: null };
  return { bare, next: unit.next };
}

function rangeAt(tokens: readonly Token[], at: number, first: WrittenNumber): Read | null {
  const unit = unitAt(tokens, first.next);
  const joint = tokens[unit.next]?.text ?? '';
  const between = tokens[at - 1]?.text === 'between' && joint === 'and';
  if (!between && joint !== '-' && joint !== 'to') return null;
  // `-25.6 to -22.0` is a fall of 22.0 to 25.6.
  const falls = tokens[at - 1]?.text === '-' && tokens[unit.next + 1]?.text === '-';
  const second = numberAt(tokens, unit.next + (falls ? 2 : 1));
  if (second === null || !(falls ? second.value < first.value : second.value > first.value)) return null;
  const last = single(tokens, second);
  const rises = tokens[at - 1]?.text === 'from' && RISING.test(tokens[at - 2]?.text ?? '');
  if (rises) return null;
  if (unit.unit !== null && last.bare.unit !== null && unit.unit !== last.bare.unit) return null;
  const bare = {
    ...last.bare,
    unit: last.bare.unit ?? unit.unit,
    low: Math.min(first.value, second.value),
    high: Math.max(first.value, second.value),
    decimals: Math.max(first.decimals, second.decimals),
    parts: null,
  };
  return { bare, next: last.next };
}

function withBound(plain: string, quantity: Bare, free: number): Quantity {
  if (quantity.low !== quantity.high) return { ...quantity, bound: 'exactly' };
  const { bound: said, start, end } = boundedAt(plain, quantity.start, quantity.end);
  // `80+ %`
  const bound = plain.slice(quantity.start, quantity.end).includes('+') ? 'atLeast' : said;
  return start < free ? { ...quantity, bound } : { ...quantity, bound, start, end };
}
