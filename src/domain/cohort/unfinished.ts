import { countInFigures } from '../numbers/words.js';

/**
 * How far is a period from being over?
 *
 * Input: how many of its courses are concluded, and how many are still under way. Output: `26 of 37 still under way`; null
 * where none is. Who finishes and who stops is known early or late, so figures of an unfinished period are no result.
 *
 * @example unfinishedInWords(11, 26) // '26 of 37 still under way'
 */
export function unfinishedInWords(concluded: number, underWay: number): string | null {
  if (underWay === 0) return null;
  return `${countInFigures(underWay)} of ${countInFigures(concluded + underWay)} still under way`;
}
