import { personOf } from './counted-set.js';
import type { CountedSet } from './counted-set.js';

/** Courses that are in exactly the same counts, merged: of how many persons, and which counts they are in. */
export interface Atoms {
  /** Persons; one with courses in several atoms is counted in one of them, so no sum of sizes is too large. */
  sizes: number[];
  /** A row a count, in the order of the counts: 1 at each atom that is in it, else 0. */
  rows: number[][];
}

/**
 * Which courses can nobody tell apart from these counts?
 *
 * Input: published counts with their courses. Output: atoms, each of the courses that are in the same counts,
 * by their persons, with a row of 0 and 1 a count; courses in no count are in no atom.
 *
 * Source: set partition by refinement, Paige and Tarjan (1987), doi:10.1137/0216062.
 *
 * @example atomsOf([{ name: 'n', members: new Set(['a', 'b', 'c']) }, { name: 'k', members: new Set(['a']) }])
 * // sizes [2, 1], rows [[1, 1], [0, 1]]
 */
export function atomsOf(counts: readonly CountedSet[]): Atoms {
  const placeOf = new Map<string, number>();
  const atomAt: number[] = [];
  // Atom 0 holds the courses that no count has had yet.
  const sizes = [0];
  const countedIn: (readonly number[])[] = [[]];
  counts.forEach(({ members }, count) => {
    const split = new Map<number, number>();
    for (const course of members) {
      let place = placeOf.get(course);
      if (place === undefined) placeOf.set(course, (place = atomAt.push(0) - 1));
      const from = atomAt[place] as number;
      let to = split.get(from);
      if (to === undefined) {
        split.set(from, (to = sizes.push(0) - 1));
        countedIn.push([...(countedIn[from] as readonly number[]), count]);
      }
      sizes[to] = (sizes[to] as number) + 1;
      if (from > 0) sizes[from] = (sizes[from] as number) - 1;
      atomAt[place] = to;
    }
  });
  const kept = [...sizes.keys()].filter((atom) => (sizes[atom] as number) > 0);
  const persons = personsBy(placeOf, atomAt);
  return {
    sizes: kept.map((atom) => persons.get(atom) ?? 0),
    rows: rowsOf(counts.length, kept, countedIn),
  };
}

/** How many persons are counted in each atom: each at the first of the courses. */
function personsBy(placeOf: ReadonlyMap<string, number>, atomAt: readonly number[]): Map<number, number> {
  const seen = new Set<string>();
  const persons = new Map<number, number>();
  for (const [course, place] of placeOf) {
    const person = personOf(course);
    if (seen.has(person)) continue;
    seen.add(person);
    const atom = atomAt[place] as number;
    persons.set(atom, (persons.get(atom) ?? 0) + 1);
  }
  return persons;
}

function rowsOf(counts: number, kept: readonly number[], countedIn: readonly (readonly number[])[]): number[][] {
  const rows = Array.from({ length: counts }, () => kept.map(() => 0));
  kept.forEach((atom, column) => {
    for (const count of countedIn[atom] as readonly number[]) (rows[count] as number[])[column] = 1;
  });
  return rows;
}

/**
 * What is left to tell apart when only some of the counts are published?
 *
 * Input: atoms, and which of their counts (by place). Output: the atoms by those counts alone, each row
 * once; atoms in none of them are left out.
 *
 * @example countedBy({ sizes: [2, 1], rows: [[1, 1], [0, 1]] }, [0]) // sizes [3], rows [[1]]
 */
export function countedBy({ sizes, rows }: Atoms, places: readonly number[]): Atoms {
  return merged({ sizes, rows: distinct(places.map((place) => rows[place] as number[])) });
}

/**
 * Which atoms do these rows count alike?
 *
 * Input: atoms, and rows of whole numbers, how often each of them counts each atom. Output: atoms that every row counts
 * equally often are one; those that none counts are left out.
 *
 * @example merged({ sizes: [2, 1, 4], rows: [[1, 1, 0]] }) // sizes [3], rows [[1]]
 */
export function merged({ sizes, rows }: Atoms): Atoms {
  const kindOf = kindsIn(rows, sizes.length);
  const firsts = new Map<number, number>();
  const persons = new Map<number, number>();
  kindOf.forEach((kind, column) => {
    if (kind === 0) return;
    if (!firsts.has(kind)) firsts.set(kind, column);
    persons.set(kind, (persons.get(kind) ?? 0) + (sizes[column] as number));
  });
  const columns = [...firsts.values()];
  return {
    sizes: [...firsts.keys()].map((kind) => persons.get(kind) as number),
    rows: rows.map((row) => columns.map((column) => row[column] as number)),
  };
}

/** A number for each column, the same for columns that no row tells apart; 0 where all rows are 0. */
function kindsIn(rows: readonly number[][], columns: number): number[] {
  const kindOf = Array.from({ length: columns }, () => 0);
  let kinds = 0;
  for (const row of rows) {
    const split = new Map<string, number>();
    row.forEach((value, column) => {
      if (value === 0) return;
      const key = `${kindOf[column]} ${value}`;
      let kind = split.get(key);
      if (kind === undefined) split.set(key, (kind = kinds += 1));
      kindOf[column] = kind;
    });
  }
  return kindOf;
}

function distinct(rows: readonly number[][]): number[][] {
  return [...new Map(rows.map((row) => [row.join(''), row])).values()];
}
