import { cohortChart } from '../../src/domain/charts/cohort/cohort-charts.js';
import { cohortOutcome } from '../../src/domain/cohort/cohort-outcome.js';
import { cohortOf } from '../../src/domain/cohort/cohort.js';
import type { AnalysisSet } from '../../src/domain/cohort/sets.js';
import type { PublicChart, PublicFigure, PublishedDocument } from '../../src/domain/publication/published-document.js';
import { fixtureCourses } from '../domain/cohort/cohort-fixtures.js';

const REASON = 'It would count 1 to 10 courses.';

function rate(
  set: AnalysisSet,
  [name, label]: [string, string],
  [value, count, n]: [number, number, number],
  ci95: [number, number],
): PublicFigure {
  const how = { estimator: 'count / n', interval: 'Wilson, 95 %', unit: 'percent' } as const;
  const howCounted = 'The endpoint is at most half of the baseline, and the baseline is above 0.';
  return { set, name, label, ...how, howCounted, value, n, count, ci95, withheld: null };
}

function points(name: string, label: string, value: number, ci95: [number, number]): PublicFigure {
  const how = { estimator: 'mean', interval: 'Student t, 95 %', unit: 'points' } as const;
  const howCounted = 'Averaged over the courses of the set.';
  const counted = { value, n: 120, count: null, ci95, withheld: null };
  return { set: 'completers', name, label, ...how, howCounted, ...counted };
}

const nothing = { value: null, n: null, count: null, ci95: [null, null] } as const;

const FIGURES: PublicFigure[] = [
  rate('starters', ['response', 'Response'], [57, 100, 175], [50, 64]),
  rate('completers', ['response', 'Response'], [83, 100, 120], [76, 89]),
  points('baselineMean', 'Mean baseline', 35, [33.8, 36.2]),
  points('endpointMean', 'Mean endpoint', 11.2, [9.9, 12.5]),
  {
    ...points('percentReductionOfMeans', 'Percent reduction of means', 68, [0, 0]),
    unit: 'percent',
    interval: 'none',
    ci95: [null, null],
    estimator: '100 x (mean baseline - mean endpoint) / mean baseline',
  },
  {
    ...rate('completers', ['worsened', 'Worsened'], [0, 0, 0], [0, 0]),
    ...nothing,
    ci95: [null, null],
    withheld: { rule: 'threshold', reason: REASON },
  },
];

/** Charts of the small cohort of the fixtures: what they show is not what these tests are about. */
function charts(): PublicChart[] {
  const courses = fixtureCourses('small-cohort');
  const outcome = cohortOutcome(courses);
  return [
    ...(['trajectory', 'attrition'] as const).map((name): PublicChart => {
      const chart = cohortChart(name, outcome, cohortOf(courses));
      return { name, title: chart.table.caption, chart, withheld: null };
    }),
    {
      name: 'quarterly-trend',
      title: 'Response by quarter',
      chart: null,
      withheld: { rule: 'complementary', reason: 'A quarter has 1 to 10 courses.' },
    },
  ];
}

/** A publication as it is approved. Nothing here checks its signature, so that is not a real one. */
export function sampleDocument(changed: Partial<PublishedDocument> = {}): PublishedDocument {
  return {
    format: 'cudos-publication/1',
    id: '019a5c1e-8f00-7000-8000-0000000000a1',
    slug: 'outcomes-2025',
    title: 'Depression scores over six infusions, 2025 and 2026',
    state: 'approved',
    supersedes: null,
    clinic: { name: 'Riverside Ketamine Clinic' },
    period: { text: '2025..2026', from: '2025-01-01', to: '2026-12-31' },
    cohort: { kind: 'induction', indication: null, minimumBaseline: null },
    definitions: {
      version: '1',
      response: 'The score at infusion 6 is at most half of the score at infusion 1.',
      remissionBelow20: 'The score at infusion 6 is 19 or lower.',
      remissionAtMost10: 'The score at infusion 6 is 10 or lower.',
      score6: 'The score at infusion 6 is taken before the sixth infusion.',
    },
    ladder: [
      { name: 'courses', label: 'Courses', count: 187, withheld: null },
      { name: 'withBaseline', label: 'With a baseline', count: 175, withheld: null },
      { name: 'withLaterScore', label: 'With a later score', count: 160, withheld: null },
      { name: 'withInfusion6', label: 'With infusion 6', count: 120, withheld: null },
      {
        name: 'withPostSeries',
        label: 'With a post-series score',
        count: null,
        withheld: { rule: 'threshold', reason: REASON },
      },
    ],
    figures: FIGURES,
    charts: charts(),
    caveats: [
      'Nobody was compared with patients who had no infusions, so nobody can say what the infusions did.',
      'The scores are what patients say of themselves.',
      'Ketamine is not approved for depression.',
    ],
    sentences: [
      {
        text:
          'Among the 120 patients who had all six infusions (of 175 who started, January 2025 to December 2026), the ' +
          'average CUDOS depression score fell from 35.0 to 11.2, which is 68 %.',
        figures: ['completers.baselineMean', 'completers.endpointMean', 'completers.percentReductionOfMeans'],
      },
      {
        text: 'Of all 175 patients who started, 57 % had at most half of their first score at the sixth infusion.',
        figures: ['starters.response'],
      },
    ],
    footnote: 'CUDOS is a questionnaire about depression with 0 to 64 points; lower is better.',
    provenance: {
      asOf: '2026-11-02T17:00:00.000Z',
      dataHash: 'd'.repeat(64),
      software: 'cudos-outcomes 0.1.0',
    },
    approval: { role: 'director', at: '2026-11-03T17:00:00.000Z', selfApproved: false },
    hash: 'a'.repeat(64),
    signature: {
      algorithm: 'Ed25519',
      kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
      publicKey: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
      value: 'none',
    },
    ...changed,
  };
}
