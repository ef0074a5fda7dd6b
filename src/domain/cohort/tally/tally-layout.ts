import { INFUSION_NUMBERS } from '../../course/record/slots.js';
import { SIZED_TABLES } from './tally-tables.js';
import type { CourseTableName, OpenTableName, SizedTableName } from './tally-tables.js';

/** The infusions, from 0. */
export const PLACES = INFUSION_NUMBERS.map((infusion) => infusion - 1);

/** Of starters with scores at the same infusions: a number, six sums, and the products of each two of six, of which half is written. */
const PATTERN_SIZE = 1 + PLACES.length + PLACES.length * PLACES.length;
export const sumOffset = (place: number) => 1 + place;
export const productOffset = (one: number, other: number) =>
  1 + PLACES.length * (1 + Math.min(one, other)) + Math.max(one, other);

/** Where the cells of each table lie among those of all. */
const STARTS = new Map<SizedTableName, number>();
let next = 0;
for (const [name, { size }] of Object.entries(SIZED_TABLES)) {
  STARTS.set(name as SizedTableName, next);
  next += size;
}

/** Where the patterns lie, one after the other by which infusions were scored (a bit each). */
export const PATTERNS = { from: next, size: PATTERN_SIZE };

/** How many cells there are. */
export const CELLS = next + (PATTERN_SIZE << PLACES.length);

/** Where does the table with this name begin, and which place is behind its last? */
export function rangeOf(name: SizedTableName): { from: number; to: number } {
  const from = STARTS.get(name) ?? NaN;
  return { from, to: from + SIZED_TABLES[name].size };
}

/** Is it a table of which nobody knows how many keys it can have? */
export function isOpen(name: CourseTableName): name is OpenTableName {
  return !(name in SIZED_TABLES);
}
