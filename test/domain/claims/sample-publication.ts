import { sentencesOf } from '../../../src/domain/claims/sentences.js';
import type { ClaimSource } from '../../../src/domain/claims/claim-answer.js';
import type { AnalysisSet } from '../../../src/domain/cohort/sets.js';
import type { FigureUnit } from '../../../src/domain/cohort/figure-definitions.js';
import type {
  PublicContent,
  PublicFigure,
  PublicRung,
  Withheld,
} from '../../../src/domain/publication/published-document.js';

export const TOO_SMALL: Withheld = {
  rule: 'threshold',
  reason: 'A group is too small to be shown.',
};

type Shown = Partial<Pick<PublicFigure, 'value' | 'n' | 'count' | 'ci95' | 'withheld' | 'bound'>>;

export function figure(set: AnalysisSet, name: string, unit: FigureUnit, shown: Shown): PublicFigure {
  const none = { value: null, n: null, count: null, withheld: null };
  const ci95: [null, null] = [null, null];
  const words = { label: LABELS[name] ?? name, estimator: 'any', howCounted: 'any' };
  return { set, name, ...words, interval: 'none', unit, ...none, ci95, ...shown };
}

const LABELS: Readonly<Record<string, string>> = {
  response: 'Response',
  remissionBelow20: 'Remission (below 20)',
  remissionAtMost10: 'Remission (at most 10)',
  worsened: 'Worsened',
  baselineMean: 'Mean baseline',
  endpointMean: 'Mean endpoint',
};

/** A rate with its Wilson interval, percent whole. */
export function rate(
  set: AnalysisSet,
  name: string,
  [count, n]: [number, number],
  [value, low, high]: [number, number, number],
): PublicFigure {
  return figure(set, name, 'percent', { value, n, count, ci95: [low, high] });
}

const RUNGS = [...(['courses', 'withBaseline', 'withLaterScore', 'withInfusion6', 'withPostSeries'] as const)];

export function ladderOf(counts: readonly (number | null)[]): PublicRung[] {
  return RUNGS.map((name, at) => {
    const count = counts[at] ?? null;
    return { name, label: name, count, withheld: count === null ? TOO_SMALL : null };
  });
}

/** The published figures of the sample clinic, as its definitions give them. */
export const SAMPLE_FIGURES: readonly PublicFigure[] = [
  rate('starters', 'response', [100, 175], [57, 50, 64]),
  rate('starters', 'remissionBelow20', [103, 175], [59, 51, 66]),
  rate('starters', 'remissionAtMost10', [65, 175], [37, 30, 45]),
  rate('starters', 'withoutInfusion6', [55, 175], [31, 25, 39]),
  figure('completers', 'meanReduction', 'points', { value: 23.8, n: 120, ci95: [22, 25.6] }),
  figure('completers', 'percentReductionOfMeans', 'percent', { value: 68, n: 120 }),
  figure('completers', 'baselineMean', 'points', { value: 35, n: 120 }),
  figure('completers', 'endpointMean', 'points', { value: 11.2, n: 120 }),
  figure('completers', 'cohenDz', 'standardDeviations', { value: 2.4, n: 120 }),
  rate('completers', 'response', [100, 120], [83, 76, 89]),
  rate('completers', 'remissionBelow20', [103, 120], [86, 79, 91]),
  rate('completers', 'remissionAtMost10', [65, 120], [54, 45, 63]),
  figure('completers', 'worsened', 'percent', { n: 120, bound: { is: 'under', count: 11, percent: 10 } }),
  figure('completers', 'respondersBaselineMean', 'points', { value: 34.9, n: 100 }),
  figure('completers', 'respondersEndpointMean', 'points', { value: 8.9, n: 100 }),
  figure('completers', 'respondersPercentReductionOfMeans', 'percent', { value: 74, n: 100 }),
];

export const SAMPLE: PublicContent = {
  period: { text: '2025..2026', from: '2025-01-01', to: '2026-12-31' },
  cohort: { kind: 'induction', indication: null, minimumBaseline: null },
  definitions: {
    version: '1',
    response: 'The score fell by half or more.',
    remissionBelow20: 'The score is 19 or lower.',
    remissionAtMost10: 'The score is 10 or lower.',
    score6: 'The score of an infusion is taken before the drug is given.',
  },
  ladder: ladderOf([null, 175, null, 120, 49]),
  figures: [...SAMPLE_FIGURES],
  charts: [],
  caveats: ['There was no comparison group.'],
};

/** A publication of these figures. */
export function sourceOf(
  content: PublicContent,
  {
    id = 'p1',
    title = 'Results 2025 to 2026',
    state = 'approved',
    clinic = 'Riverside',
  }: {
    id?: string;
    title?: string;
    state?: ClaimSource['state'];
    clinic?: string;
  } = {},
): ClaimSource {
  const slug = `slug-of-${id}`;
  return {
    publicationId: id,
    slug,
    title,
    state,
    document: {
      ...content,
      format: 'cudos-publication/1',
      id,
      slug,
      title,
      state: 'approved',
      supersedes: null,
      clinic: { name: clinic },
      ...sentencesOf(content, clinic),
      provenance: { asOf: '2027-01-15T00:00:00Z', dataHash: '00', software: '0.1.0' },
      approval: { role: 'director', at: '2027-01-15T00:00:00Z', selfApproved: false },
      hash: '00',
      signature: {
        algorithm: 'Ed25519',
        kid: 'k',
        publicKey: { kty: 'OKP', crv: 'Ed25519', x: 'x' },
        value: 'v',
      },
    },
  };
}
