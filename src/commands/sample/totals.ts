import { SEVERITY_BANDS, type SeverityName } from '../../domain/cudos/severity.js';
import { HIGHEST_TOTAL } from './answers.js';
import { between, pick, wholeBetween, type Random } from './random.js';

/** Share of the whole change reached at each of six visits: fast at first, then a plateau. */
const PROGRESS = [0, 0.42, 0.64, 0.79, 0.91, 1];
/** Below the change of more than 30 points within 3 days that a person would be asked to confirm. */
const LARGEST_STEP = 28;
const NOISE = 2;
const LOWEST_BASELINE = 14;

/** How often a baseline lies in each band, in the order of drawing. */
const USUAL_BANDS: readonly SeverityName[] = [
  'minimal',
  'mild',
  'mild',
  'moderate',
  'moderate',
  'moderate',
  'moderate',
  'severe',
];

/** The baselines made up for a band, both ends included. */
export function rangeOfBand(name: SeverityName): { from: number; to: number } {
  const band = SEVERITY_BANDS.find((each) => each.name === name);
  if (band === undefined) throw new RangeError(`There is no band ${name}.`);
  return { from: Math.max(LOWEST_BASELINE, band.from), to: Math.min(HIGHEST_TOTAL, band.to) };
}

/** A baseline in a band. */
export function drawnBaseline(random: Random, name: SeverityName): number {
  const { from, to } = rangeOfBand(name);
  return wholeBetween(random, from, to);
}

/** A baseline as they come: most of them moderate. */
export function anyBaseline(random: Random): number {
  return drawnBaseline(random, pick(random, USUAL_BANDS));
}

/** Six totals of a course that begins with the baseline and ends with exactly the endpoint. */
export function totalsBetween(random: Random, baseline: number, endpoint: number): number[] {
  const speed = between(random, 0.8, 1.25);
  const totals: number[] = [];
  for (const share of PROGRESS) {
    const expected = baseline - (baseline - endpoint) * share ** speed;
    const noise = share === 0 || share === 1 ? 0 : wholeBetween(random, -NOISE, NOISE);
    totals.push(nearTo(totals.at(-1) ?? baseline, Math.round(expected) + noise));
  }
  return totals;
}

/** The wanted total, or the nearest one that is possible so soon after the one before. */
export function nearTo(before: number, wanted: number): number {
  const lowest = Math.max(0, before - LARGEST_STEP);
  const highest = Math.min(HIGHEST_TOTAL, before + LARGEST_STEP);
  return Math.min(highest, Math.max(lowest, wanted));
}
