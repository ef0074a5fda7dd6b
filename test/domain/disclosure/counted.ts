import type { CountedSet } from '../../../src/domain/disclosure/counted-set.js';

/** Courses with numbers from..to, both included. */
export function span(from: number, to: number): string[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => `c${from + at}`);
}

/** A count of all courses in the given spans. */
export function count(name: string, ...spans: [from: number, to: number][]): CountedSet {
  return { name, members: new Set(spans.flatMap(([from, to]) => span(from, to))) };
}
