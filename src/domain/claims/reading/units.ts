import type { Token } from './tokens.js';

export type Unit = 'percent' | 'percentagePoints' | 'points';

/**
 * In which unit is the number before this token?
 *
 * Input: tokens, and the index after a number. Output: its unit and the index after that; null and the same
 * index where none is stated.
 *
 * Example: after `24-` in `a 24-point drop` it is points.
 */
export function unitAt(tokens: readonly Token[], at: number): { unit: Unit | null; next: number } {
  const joint = tokens[at]?.text;
  const joined = (joint === '-' && tokens[at + 1]?.kind === 'word') || joint === '+';
  const from = joined ? at + 1 : at;
  const word = tokens[from]?.text ?? '';
  const following = tokens[from + 1]?.text ?? '';
  if (word === 'percentage' && /^points?$/.test(following)) return { unit: 'percentagePoints', next: from + 2 };
  if (word === 'per' && following === 'cent') return { unit: 'percent', next: from + 2 };
  if (/^(?:%|percent|pct)$/.test(word)) {
    const points = /^points?$/.test(following);
    return { unit: points ? 'percentagePoints' : 'percent', next: from + (points ? 2 : 1) };
  }
  return /^(?:points?|pts?)$/.test(word) ? { unit: 'points', next: from + 1 } : { unit: null, next: at };
}
