import { atomsOf, countedBy, merged } from './atoms.js';
import type { Atoms } from './atoms.js';
import { DISCLOSURE_THRESHOLD } from './counted-set.js';
import type { CountedSet } from './counted-set.js';
import { TooComplex, basisWithout } from './row-space.js';
import type { Basis } from './row-space.js';
import { smallCombination } from './small-combination.js';

/** Courses of 1 to 10 persons, whose number can be computed from what is published. */
export interface IsolatedGroup {
  /** Null where the search was given up, which counts as found: rather refused than leaked. */
  size: number | null;
}

/**
 * Can anybody compute from these counts that a group has 1 to 10 courses?
 *
 * A published count is a set of courses. The strongest attacker knows which kinds of courses do not occur at
 * all; what he can compute is every linear combination of published counts. So each count is a row of 0 and 1
 * over the courses, those in exactly the same counts merged. A group is isolated when some combination of
 * the rows counts it alone: each of its courses once or more, a whole number of times, no other course, and 1
 * to 10 in all. Small counts, small complements, nested differences, breakdowns with one part missing and
 * differences between publications are one and the same question. A mean, a rate or an interval adds nothing
 * as long as its n and its count are among the rows and no score has changed between them: what can be computed of
 * sums has the same combinations. What is small is a number of persons: of several courses of one person only the
 * first adds to the size of a group.
 *
 * Input: counts with the ids of their courses. Output: a group, or null when there is none.
 *
 * Source: Cox LH (1980), doi:10.1080/01621459.1980.10477481 (complementary suppression as a linear system);
 * threshold: CMS cell size suppression policy.
 *
 * @example isolatedGroup([{ name: 'n', members: of 100 courses }, { name: 'k', members: 97 of them }]) // size 3
 */
export function isolatedGroup(counts: readonly CountedSet[]): IsolatedGroup | null {
  return isolatedIn(atomsOf(counts), [...counts.keys()]);
}

/**
 * The same question of some counts, when the courses of all of them were already merged into atoms.
 *
 * Input: atoms, and which of their counts are published (by place). Output: as of `isolatedGroup`.
 *
 * Source: as for `isolatedGroup`.
 *
 * @example isolatedIn({ sizes: [97, 3], rows: [[1, 1], [1, 0]] }, [0]) // null; [0, 1] have size 3
 */
export function isolatedIn(atoms: Atoms, published: readonly number[]): IsolatedGroup | null {
  const { sizes: persons, rows } = countedBy(atoms, published);
  // Where all persons of an atom are counted in others, it still reveals somebody.
  const sizes = persons.map((count) => Math.max(1, count));
  try {
    const { basis, sizes: left } = withoutLarge({ sizes, rows });
    const size = smallCombination(basis, left);
    return size === null ? null : { size };
  } catch (error) {
    if (error instanceof TooComplex) return { size: null };
    throw error;
  }
}

/**
 * A group of 10 at most holds no atom of 11: combinations that count one are out of the question. Atoms that all that
 * is left counts alike are one, and may be of 11 then.
 */
function withoutLarge(table: Atoms): { basis: Basis; sizes: number[] } {
  const { sizes, rows } = largestFirst(merged(table));
  const isLarge = sizes.map((size) => size >= DISCLOSURE_THRESHOLD);
  const basis = basisWithout(rows, isLarge);
  const again = merged({ sizes, rows: basis.rows });
  if (again.sizes.length < sizes.length) return withoutLarge(again);
  return { basis, sizes };
}

/** The largest atoms become the columns that combinations are made by, so that few rows of them make 10 persons. */
function largestFirst({ sizes, rows }: Atoms): Atoms {
  const order = [...sizes.keys()].sort((a, b) => (sizes[b] as number) - (sizes[a] as number));
  const inOrder = (row: readonly number[]) => order.map((column) => row[column] as number);
  return { sizes: inOrder(sizes), rows: rows.map(inOrder) };
}
