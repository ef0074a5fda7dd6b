import type { PublicFigure, PublishedDocument } from '../../domain/publication/published-document.js';
import { DEFINITIONS, OUTSIDE } from '../../domain/publication/words.js';

const response: PublicFigure = {
  set: 'starters',
  name: 'response',
  label: 'Response',
  estimator: 'count / n',
  interval: 'Wilson, 95 %',
  unit: 'percent',
  howCounted:
    'All courses with a score at infusion 1; one without a score at infusion 6 counts as not achieved. The endpoint is ' +
    'at most half of the baseline, and the baseline is above 0.',
  value: 57,
  n: 175,
  count: 100,
  ci95: [50, 64],
  withheld: null,
};

/** A publication of one figure, for the API document. */
export const documentExample: PublishedDocument = {
  format: 'cudos-publication/1',
  id: '019a5c1e-8f00-7000-8000-000000000030',
  slug: 'outcomes-2025',
  title: 'Outcomes of 2025',
  state: 'approved',
  supersedes: null,
  clinic: { name: 'Riverside' },
  period: { text: '2025', from: '2025-01-01', to: '2025-12-31' },
  groups: [{ from: '2025-Q1', to: '2025-Q4', starters: 175, closedOn: '2026-03-02' }],
  edition: 1,
  outside: OUTSIDE,
  cohort: { kind: 'induction', indication: null },
  definitions: DEFINITIONS,
  ladder: [{ name: 'withBaseline', label: 'With a baseline', count: 175, withheld: null }],
  figures: [response],
  charts: [],
  caveats: ['Nobody was compared with patients who had no infusions.'],
  sentences: [
    {
      text: 'Of the 175 patients who started, 57 % had a score at infusion 6 of at most half of their first.',
      figures: ['starters.response'],
    },
  ],
  footnote: 'CUDOS is a questionnaire about depression, 0 to 64; lower is better.',
  provenance: {
    asOf: '2026-02-02T17:00:00.000Z',
    dataHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    software: 'cudos-outcomes 0.1.0',
  },
  approval: { role: 'director', at: '2026-02-03T17:00:00.000Z', selfApproved: false },
  hash: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
  signature: {
    algorithm: 'Ed25519',
    kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    publicKey: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
    value: 'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
  },
};
