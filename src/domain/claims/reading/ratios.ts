import { numberAt } from './number-words.js';
import type { WrittenNumber } from './number-words.js';
import { isPeople } from './people.js';
import type { Token } from './tokens.js';
import type { Unit } from './units.js';

/** The highest score of the instrument: so many points "out of" it are no share of people. */
const HIGHEST_SCORE = 64;
const ARTICLES = /^(?:the|our|these|those|all|every|its|their|first)$/;

interface Ratio {
  low: number;
  high: number;
  decimals: number;
  unit: Unit;
  ratio: { count: number; of: number } | null;
  parts: null;
  inWords: null;
}

/**
 * Is the number that was just read part of a ratio, so many of so many?
 *
 * Input: tokens, and the number. Output: the ratio as percent with its two counts and the index after it;
 * points of the scale for `35 out of 64`; null where no ratio is written, or more than all.
 *
 * Example: `4 out of 5`, `four in five`, `100 of the 120` and `100/120` are ratios; `2 in 2025` is none.
 */
export function ratioAt(
  tokens: readonly Token[],
  { value, decimals, next, parts }: WrittenNumber,
): { bare: Ratio; next: number } | null {
  const joint = parts === null ? jointAt(tokens, next) : null;
  const of = joint === null ? null : numberAt(tokens, joint.next);
  if (joint === null || of === null || of.parts !== null || of.value < value) return null;
  const scored = of.value === HIGHEST_SCORE && !isPeople(tokens[of.next]?.text ?? '');
  if (scored) return { bare: points(value, decimals), next: of.next };
  const whole = Number.isInteger(value) && Number.isInteger(of.value) && of.value > 1;
  const percentFollows = /^(?:%|percent|per)$/.test(tokens[of.next]?.text ?? '');
  const everyday = of.value <= 10 || of.value === 20 || of.value === 100;
  if (!whole || percentFollows || (joint.word === 'in' && !everyday)) return null;
  const percent = (100 * value) / of.value;
  const ratio = { count: value, of: of.value };
  return {
    bare: { low: percent, high: percent, decimals: 0, unit: 'percent', ratio, parts: null, inWords: null },
    next: of.next,
  };
}

function points(value: number, decimals: number): Ratio {
  return { low: value, high: value, decimals, unit: 'points', ratio: null, parts: null, inWords: null };
}

function jointAt(tokens: readonly Token[], at: number): { word: string; next: number } | null {
  let next = isPeople(tokens[at]?.text ?? '') ? at + 1 : at;
  const word = tokens[next]?.text ?? '';
  if (word === 'out' && tokens[next + 1]?.text === 'of') next += 2;
  else if (/^(?:of|in|\/)$/.test(word)) next += 1;
  else return null;
  for (let articles = 0; articles < 3 && ARTICLES.test(tokens[next]?.text ?? ''); articles += 1) next += 1;
  return { word, next };
}
