import type { EndpointOutcome } from '../../domain/course/judgement/endpoint-outcome.js';
import type { SeverityBand } from '../../domain/cudos/severity.js';
import type { CourseOutcomeResponse } from './outcome.dto.js';

const band: SeverityBand = { name: 'moderate', label: 'Moderate', from: 31, to: 45 };
const endpoint: EndpointOutcome = {
  infusion: 6,
  total: 11,
  band: { name: 'minimal', label: 'Minimal', from: 11, to: 20 },
  remissionBelow20: true,
  remissionAtMost10: false,
  reduction: 24,
  percentReduction: 68.57142857142857,
  response: true,
  worsened: false,
  reliableChange: 'improved',
};

/** What one course achieved, for the API document. */
export const outcomeExample: CourseOutcomeResponse = {
  courseId: '019a5c1e-8f00-7000-8000-000000000020',
  chartNumber: 'A-1042',
  asOf: '2026-03-24T17:00:00.000Z',
  definitionsVersion: '2',
  status: 'completed',
  slots: [
    {
      slot: 'infusion-1',
      infusion: 1,
      state: 'scored',
      on: '2026-03-04',
      total: 35,
      dueOn: null,
      missedReason: null,
    },
  ],
  infusionsScored: 6,
  baseline: { total: 35, on: '2026-03-04', band },
  current: {
    slot: 'infusion-6',
    total: 11,
    on: '2026-03-21',
    band: endpoint.band,
    reductionSinceBaseline: 24,
    percentReductionSinceBaseline: 68.57142857142857,
    reductionSinceLast: 3,
  },
  trend: { direction: 'improving', totals: [19, 14, 11], reduction: 8 },
  endpointRule: 'infusion-6',
  endpoint,
  endpoints: { 'infusion-6': endpoint, 'last-observed': endpoint, 'post-series': null },
  reliableChangeBasis: {
    threshold: 6.272,
    sdOfBaselines: 8,
    baselines: 143,
    sdSource: 'Baselines of all induction courses of this clinic',
  },
};
