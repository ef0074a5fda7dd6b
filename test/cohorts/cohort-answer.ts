import { expect } from '@jest/globals';
import type { TestClinic } from '../support/clinic.js';

export interface Rate {
  count: number;
  n: number;
  percent: number | null;
  ci95: [number | null, number | null];
}

interface Description {
  n: number;
  mean: number | null;
  sd: number | null;
  ci95: [number | null, number | null];
}

interface Paired {
  n: number;
  baseline: Description;
  endpoint: Description;
  reduction: Description;
  percentReduction: Description;
  percentReductionOfMeans: number | null;
  cohenDz: number | null;
  [rate: string]: unknown;
}

/** What the tests look at of an outcome. */
export interface CohortAnswer {
  completers: Paired;
  lastObserved: Paired;
  starters: { n: number; response: Rate; worsened: Rate };
  bounds: { response: { worst: Rate; best: Rate } };
  reliableChange: { sd: number | null; threshold: number | null; baselines: number };
  timeToResponse: { atRisk: number; responses: number; notYetResponded: number }[];
  figures: { set: string; name: string; n: number; estimator: string; interval: string }[];
  byQuarter: { quarter: string; courses: number }[];
  [figure: string]: unknown;
}

export async function cohortOf({ director }: TestClinic, query = ''): Promise<CohortAnswer> {
  return (await director.get(`/v1/cohorts/outcome${query}`).expect(200)).body as CohortAnswer;
}

/** Equal to the digits of a hand calculation or of R. */
export function close(value: number | null, expected: number, digits = 6): void {
  expect(value).toBeCloseTo(expected, digits);
}
