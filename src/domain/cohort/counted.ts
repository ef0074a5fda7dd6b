import { describe } from '../statistics/describe.js';
import type { Repeated } from '../statistics/describe.js';
import type { Description } from '../statistics/describe.js';
import { rate } from '../statistics/rate.js';
import type { Rate } from '../statistics/rate.js';
import { Count } from './cohort.js';

/** The same with a number at the place of each count. */
export type Plain<Tree> = Tree extends Count
  ? number
  : Tree extends object
    ? { [Key in keyof Tree]: Plain<Tree[Key]> }
    : Tree;

/**
 * How large is the share of these among those?
 *
 * Input: the count of a group, and of one that it is in. Output: as of `rate`, with both counts.
 *
 * @example rateOf(3 responders, 5 starters).percent // 60
 */
export function rateOf(count: Count, n: Count): Rate<Count> {
  return { ...rate(count.size, n.size), count, n };
}

/**
 * Where do the values of these courses lie?
 *
 * Input: a count, and one value of each of its courses. Output: as of `describe`, with the count as n. Another number of
 * values than of courses throws a RangeError.
 *
 * @example describeOf(2 completers, 40 and 20 once each).mean // 30
 */
export function describeOf(n: Count, values: readonly Repeated[]): Description<Count> {
  const description = describe(values);
  if (description.n !== n.size) throw new RangeError(`${description.n} values of ${n.size} courses`);
  return { ...description, n };
}

/**
 * What do these figures say, without the courses behind them?
 *
 * Input: anything made of objects, lists, texts, numbers and counts. Output: the same with the size at the place of each
 * count, null where nobody knows it.
 *
 * @example plain({ count: 3 responders, percent: 60 }) // { count: 3, percent: 60 }
 */
export function plain<Tree>(tree: Tree): Plain<Tree> {
  return plainOf(tree) as Plain<Tree>;
}

function plainOf(node: unknown): unknown {
  if (node instanceof Count) return node.isKnown ? node.size : null;
  if (Array.isArray(node)) return node.map(plainOf);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plainOf(value)]));
}

/**
 * Which group does each count in these figures count?
 *
 * Input: as of `plain`. Output: the name of the group (as `groupNamed` takes it) by the JSON pointer of its count.
 *
 * @example groupsBehind({ response: { count: 3 responders } }) // { '/response/count': 'responders' }
 */
export function groupsBehind(tree: unknown, at = ''): Record<string, string> {
  const groups: Record<string, string> = {};
  noteGroups(tree, at, groups);
  return groups;
}

function noteGroups(node: unknown, at: string, groups: Record<string, string>): void {
  if (node instanceof Count) groups[at] = node.group;
  else if (typeof node === 'object' && node !== null) {
    for (const [key, part] of Object.entries(node)) noteGroups(part, `${at}/${key}`, groups);
  }
}
