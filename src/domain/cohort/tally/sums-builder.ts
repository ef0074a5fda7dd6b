import type { SixScores } from '../../course/record/slots.js';
import { factsOf } from '../judged-course.js';
import type { CountedCourse } from '../judged-course.js';
import { CELLS, PATTERNS, PLACES, rangeOf, productOffset, sumOffset } from './tally-layout.js';
import { COURSE_TABLES, SIZED_TABLES } from './tally-tables.js';
import type { OpenTableName, SizedTableName } from './tally-tables.js';
import type { Key, Sums } from './sums.js';

const SIZED = Object.entries(SIZED_TABLES).map(([name, { keyOf }]) => ({
  keyOf,
  from: rangeOf(name as SizedTableName).from,
}));
const OPEN = Object.entries(COURSE_TABLES).flatMap(([name, { keyOf }]) =>
  name in SIZED_TABLES ? [] : [{ name: name as OpenTableName, keyOf }],
);

/** Adds up courses, one by one. */
export class SumsBuilder {
  private readonly cells = new Float64Array(CELLS);
  private readonly open: Record<OpenTableName, Map<Key, number>> = { endings: new Map(), days: new Map() };
  private underWay = 0;

  add(course: CountedCourse): void {
    const { cells, open } = this;
    const facts = factsOf(course, null);
    for (const { from, keyOf } of SIZED) {
      const key = keyOf(facts);
      if (key !== null) increaseAt(cells, from + key, 1);
    }
    for (const { name, keyOf } of OPEN) {
      const key = keyOf(facts);
      if (key !== null) increase(open[name], key, 1);
    }
    if (facts.isStarter) this.addScores(course.scores);
  }

  addUnderWay(n: number): void {
    this.underWay += n;
  }

  addSums({ places, values, endings, days, underWay }: Sums): void {
    const { cells, open } = this;
    for (let at = 0; at < places.length; at += 1) increaseAt(cells, places[at] ?? 0, values[at] ?? 0);
    endings.forEach((n, key) => increase(open.endings, key, n));
    days.forEach((n, key) => increase(open.days, key, n));
    this.underWay += underWay;
  }

  sums(): Sums {
    const { cells, open, underWay } = this;
    const places = new Uint16Array(CELLS);
    let count = 0;
    for (let place = 0; place < CELLS; place += 1) {
      if (cells[place] !== 0) places[count++] = place;
    }
    const kept = places.slice(0, count);
    return { places: kept, values: Float64Array.from(kept, (place) => cells[place] ?? 0), ...open, underWay };
  }

  private addScores(scores: SixScores): void {
    const { cells } = this;
    let mask = 0;
    for (const place of PLACES) if (typeof scores[place] === 'number') mask += 1 << place;
    const start = PATTERNS.from + PATTERNS.size * mask;
    increaseAt(cells, start, 1);
    for (const one of PLACES) {
      const score = scores[one];
      if (typeof score !== 'number') continue;
      increaseAt(cells, start + sumOffset(one), score);
      for (let other = one; other < PLACES.length; other += 1) {
        const later = scores[other];
        if (typeof later === 'number') increaseAt(cells, start + productOffset(one, other), score * later);
      }
    }
  }
}

function increase(table: Map<Key, number>, key: Key, by: number): void {
  table.set(key, (table.get(key) ?? 0) + by);
}

function increaseAt(cells: Float64Array, at: number, by: number): void {
  cells[at] = (cells[at] ?? 0) + by;
}

/** What do several sums of different courses come to? Of one it is the same. */
export function addedUp(parts: readonly Sums[]): Sums {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const builder = new SumsBuilder();
  for (const part of parts) builder.addSums(part);
  return builder.sums();
}
