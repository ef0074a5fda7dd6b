import { LRUCache } from 'lru-cache';
import { periodOf, type Period } from '../domain/calendar/period.js';

/** How often courses of each quarter changed, by the quarter. */
export type Changes = ReadonlyMap<string, string>;

/** What is known of some days, and which of them have to be read. */
export interface Plan<Value> {
  kept: ReadonlyMap<string, Value>;
  /** In their order, none overlapping another. */
  toRead: Period[];
}

interface Kept<Value> {
  changes: string;
  value: Value;
}

/**
 * What was read of whole quarters, in memory. It is never trusted by itself: each question brings along how often the courses of
 * each quarter have changed, and what was read at another number is read again.
 */
export class KeptQuarters<Value extends object> {
  private readonly kept: LRUCache<string, Kept<Value>>;

  /** @param most How much is kept at most, as `sizeOf` says it of each. */
  constructor(most: number, sizeOf: (value: Value) => number) {
    this.kept = new LRUCache({ maxSize: most, sizeCalculation: ({ value }) => sizeOf(value) + 1 });
  }

  /** @param question What was asked of a quarter. @param days From and to which day; null without an end. */
  plan(question: string, changes: Changes, { from, to }: { from: string | null; to: string | null }): Plan<Value> {
    const kept = new Map<string, Value>();
    const toRead: Period[] = [];
    let open: Period | null = null;
    for (const quarter of [...changes.keys()].sort()) {
      const all = periodOf(quarter);
      const days = all && { from: later(all.from, from), to: earlier(all.to, to) };
      if (all === null || days === null || days.from > days.to) continue;
      const known = isWhole(all, days) ? this.kept.get(keyOf(question, quarter)) : undefined;
      if (known !== undefined && known.changes === changes.get(quarter)) {
        kept.set(quarter, known.value);
        open = null;
      } else if (open === null) {
        open = days;
        toRead.push(open);
      } else open.to = days.to;
    }
    return { kept, toRead };
  }

  /**
   * Keeps what was read of the whole quarters in these days.
   * @param changes As they were before it was read. @param nothing Of a quarter of which nothing was found.
   */
  keep(
    question: string,
    changes: Changes,
    read: readonly Period[],
    found: ReadonlyMap<string, Value>,
    nothing: Value,
  ): void {
    for (const [quarter, number] of changes) {
      const all = periodOf(quarter);
      if (all === null || !read.some(({ from, to }) => from <= all.from && all.to <= to)) continue;
      this.kept.set(keyOf(question, quarter), { changes: number, value: found.get(quarter) ?? nothing });
    }
  }
}

function keyOf(question: string, quarter: string): string {
  return `${question} ${quarter}`;
}

function isWhole(all: Period, days: Period): boolean {
  return all.from === days.from && all.to === days.to;
}

function later(day: string, other: string | null): string {
  return other !== null && other > day ? other : day;
}

function earlier(day: string, other: string | null): string {
  return other !== null && other < day ? other : day;
}
