import type { AnalysisSet } from '../cohort/sets.js';
import type { ClaimSource } from './claim-answer.js';
import type { Measure, PublishedWho } from './measures.js';

/** A number that a publication shows, or follows from what it shows, by what it measures. */
export interface PublicNumber {
  source: ClaimSource;
  measure: Measure;
  form: 'percent' | 'count' | 'points';
  who: PublishedWho;
  set: AnalysisSet | 'ladder';
  name: string;
  label: string;
  /** As published. */
  value: number;
  /** Without rounding, where the publication shows enough: a rate from its count and n. */
  exact: number | null;
  decimals: number;
  n: number | null;
  count: number | null;
  ci95: [number | null, number | null];
  /** Where the publication tells no more than on which side of a number it lies: the least and the most it can be. */
  bounded?: { least: number; most: number; inWords: string };
}
