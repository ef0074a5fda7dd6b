import type { Token } from './tokens.js';

/** A number as it is written: its value, its decimals, and the index of the first token after it. */
export interface WrittenNumber {
  value: number;
  decimals: number;
  next: number;
  /** Of a fraction in words, as percent: of how many parts (`two thirds`: 3); null of any other number. */
  parts: number | null;
}

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
  tenths: 10,
};
const SIGNS: Readonly<Record<string, [number, number]>> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
};
/** After these words a part is one of a row (`the third infusion`) or of a time (`half an hour`). */
const NOT_A_PART =
  /^(?:infusion|treatment|session|visit|dose|time|year|month|week|day|hour|an|a|life|point|one|party)s?$/;
const ONE_IS_A_NUMBER = /^(?:in|out|hundred|percent|per|point|of)$/;

/**
 * Which number begins at this token, in figures or in words?
 *
 * Input: tokens, and an index. Output: the number, up to nine hundred and ninety-nine in words, fractions
 * (`half`, `two thirds`, `a quarter`) as percent; null where none begins. `one` and `a` count only before
 * what makes them a number.
 *
 * Example: `eighty-three percent` is 83, `three quarters` is 75 in 4 parts.
 */
export function numberAt(tokens: readonly Token[], at: number): WrittenNumber | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'number') return { value: token.value, decimals: token.decimals, next: at + 1, parts: null };
  return fractionAt(tokens, at) ?? wholeAt(tokens, at);
}

function fractionAt(tokens: readonly Token[], at: number): WrittenNumber | null {
  const text = tokens[at]?.text ?? '';
  const sign = SIGNS[text];
  if (sign !== undefined) return fraction(sign[0], sign[1], at + 1);
  if (text === 'half') return partAt(tokens, at, 1);
  const count = text === 'a' ? 1 : UNITS.indexOf(text);
  if (count < 1 || count > 9) return null;
  const hyphen = tokens[at + 1]?.text === '-' ? 1 : 0;
  return partAt(tokens, at + 1 + hyphen, count);
}

function partAt(tokens: readonly Token[], at: number, count: number): WrittenNumber | null {
  const parts = PARTS[tokens[at]?.text ?? ''];
  const after = tokens[at + 1]?.text === '-' ? tokens[at + 2] : tokens[at + 1];
  if (parts === undefined || count > parts || NOT_A_PART.test(after?.text ?? '')) return null;
  const ordinal = ['second', 'first', 'last', 'latter'].includes(tokens[at - 1]?.text ?? '');
  return ordinal ? null : fraction(count, parts, at + 1);
}

function fraction(count: number, parts: number, next: number): WrittenNumber {
  return { value: (100 * count) / parts, decimals: 0, next, parts };
}

function wholeAt(tokens: readonly Token[], at: number): WrittenNumber | null {
  const text = tokens[at]?.text ?? '';
  const hundreds = hundredsAt(tokens, at);
  if (hundreds !== null) {
    const joined = tokens[hundreds.next]?.text === 'and' ? hundreds.next + 1 : hundreds.next;
    const rest = belowHundredAt(tokens, joined);
    return rest === null ? whole(hundreds.value, hundreds.next) : whole(hundreds.value + rest.value, rest.next);
  }
  const number = belowHundredAt(tokens, at);
  if (text === 'one' && !ONE_IS_A_NUMBER.test(tokens[at + 1]?.text ?? '')) return null;
  return number === null ? null : whole(number.value, number.next);
}

function hundredsAt(tokens: readonly Token[], at: number) {
  const text = tokens[at]?.text ?? '';
  const count = text === 'a' ? 1 : UNITS.indexOf(text);
  const isHundred = count >= 1 && count <= 9 && tokens[at + 1]?.text === 'hundred';
  return isHundred ? { value: 100 * count, next: at + 2 } : null;
}

function belowHundredAt(tokens: readonly Token[], at: number) {
  const text = tokens[at]?.text ?? '';
  const unit = UNITS.indexOf(text);
  if (unit >= 0) return { value: unit, next: at + 1 };
  const ten = TENS.indexOf(text);
  if (ten < 0) return null;
  const hyphen = tokens[at + 1]?.text === '-' ? 1 : 0;
  const ones = UNITS.indexOf(tokens[at + 1 + hyphen]?.text ?? '');
  const value = 10 * (ten + 2);
  return ones >= 1 && ones <= 9 ? { value: value + ones, next: at + 2 + hyphen } : { value, next: at + 1 };
}

function whole(value: number, next: number): WrittenNumber {
  return { value, decimals: 0, next, parts: null };
}
