import { MAX_TOTAL, type TotalScore } from './score.js';

export type SeverityName = 'nonDepressed' | 'minimal' | 'mild' | 'moderate' | 'severe';

/** A range of totals that carries one word; both ends belong to it. */
export interface SeverityBand {
  readonly name: SeverityName;
  /** In words. */
  readonly label: string;
  /** Lowest total. */
  readonly from: TotalScore;
  /** Highest total. */
  readonly to: TotalScore;
}

/**
 * Which totals mean which severity? The one table of cut-offs: everything else reads it.
 *
 * Source: Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006.
 */
export const SEVERITY_BANDS: readonly SeverityBand[] = [
  { name: 'nonDepressed', label: 'Non-depressed', from: 0, to: 10 },
  { name: 'minimal', label: 'Minimal', from: 11, to: 20 },
  { name: 'mild', label: 'Mild', from: 21, to: 30 },
  { name: 'moderate', label: 'Moderate', from: 31, to: 45 },
  { name: 'severe', label: 'Severe', from: 46, to: MAX_TOTAL },
];

/**
 * How severe is the depression that this total means?
 *
 * Input: a CUDOS total, whole number 0-64. Output: the one band that holds it. An impossible total
 * throws a RangeError: totals are checked where they enter, so it could only be a mistake in code.
 *
 * Source: Zimmerman et al. 2008, doi:10.1016/j.comppsych.2007.10.006.
 *
 * @example severityOf(30).name // 'mild'
 * @example severityOf(31).name // 'moderate'
 */
export function severityOf(total: number): SeverityBand {
  const band = SEVERITY_BANDS.find(({ from, to }) => total >= from && total <= to);
  if (band === undefined || !Number.isInteger(total))
    throw new RangeError(`${total} is not a CUDOS total of 0 to ${MAX_TOTAL}`);
  return band;
}
