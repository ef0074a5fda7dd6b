import { severityOf, type SeverityBand } from '../../cudos/severity.js';
import type { Endpoint } from './endpoint.js';
import { percentReductionOf, reductionOf, type PercentReduction, type Reduction } from './reduction.js';
import { reliableChange, type ReliableChange } from './reliable-change.js';
import { isRemission } from './remission.js';
import { isResponse } from './response.js';
import { isWorsened } from './worsened.js';

/** An endpoint and what it says of the course; what needs a baseline is null without one. */
export interface EndpointOutcome extends Endpoint {
  readonly band: SeverityBand;
  /** Points from baseline to endpoint, positive is better. */
  readonly reduction: Reduction | null;
  /** Per cent of the baseline, positive is better; null also for a baseline of 0. */
  readonly percentReduction: PercentReduction | null;
  /** The endpoint is at most half of the baseline, and that is above 0. */
  readonly response: boolean | null;
  /** The endpoint is below 20. */
  readonly remissionBelow20: boolean;
  /** The endpoint is at most 10. */
  readonly remissionAtMost10: boolean;
  /** The endpoint is higher than the baseline. */
  readonly worsened: boolean | null;
  /** Against the threshold of reliable change; null also when there is none. */
  readonly reliableChange: ReliableChange | null;
}

/**
 * What does this endpoint say of the course?
 *
 * Input: the baseline (0-64, or null when missing), the endpoint, and the threshold of reliable change
 * in points (null when there is none). Output: band and remission from the endpoint alone; reduction,
 * response, worsened and reliable change against the baseline, each null without a baseline.
 *
 * @example endpointOutcome(40, { infusion: 6, total: 10 }, 7.84)
 * // reduction 30, percentReduction 75, response true, both remissions true, reliableChange 'improved'
 */
export function endpointOutcome(
  baseline: number | null,
  endpoint: Endpoint,
  threshold: number | null,
): EndpointOutcome {
  const { total } = endpoint;
  return {
    ...endpoint,
    band: severityOf(total),
    remissionBelow20: isRemission('below-20', total),
    remissionAtMost10: isRemission('at-most-10', total),
    ...againstBaseline(baseline, total, threshold),
  };
}

function againstBaseline(baseline: number | null, total: number, threshold: number | null) {
  if (baseline === null)
    return {
      reduction: null,
      percentReduction: null,
      response: null,
      worsened: null,
      reliableChange: null,
    };
  const reduction = reductionOf(baseline, total);
  return {
    reduction,
    percentReduction: percentReductionOf(baseline, total),
    response: isResponse(baseline, total),
    worsened: isWorsened(baseline, total),
    reliableChange: reliableChange(reduction, threshold),
  };
}
