import type { Bound } from './bounds.js';
import type { Unit } from './units.js';

/** A number of a text as it is claimed: `over 80 %`, `75-85 %`, `4 out of 5`. */
export interface Quantity {
  start: number;
  end: number;
  /** Equal for a single number. A ratio and a fraction in words are percent. */
  low: number;
  high: number;
  decimals: number;
  unit: Unit | null;
  bound: Bound;
  ratio: { count: number; of: number } | null;
  /** Of a fraction in words: of how many parts. */
  parts: number | null;
  /** Words in place of a number: how many (`most`, `nobody`), or how many times as many (`twice`). */
  inWords: 'share' | 'multiple' | null;
}

/** The same before its bound is read. */
export type Bare = Omit<Quantity, 'bound'>;
