import type { CohortCourse } from '../domain/cohort/cohort-course.js';
import { sentencesOf } from '../domain/claims/sentences.js';
import { publicContent } from '../domain/publication/public-content.js';
import { hashOf } from '../signing/canonical.js';
import type { PublicationDetailResponse } from './publication-detail.dto.js';
import type { PublicationTodayResponse } from './drift/publication-today.dto.js';

/** The hand check of the definitions six times over, so that there are enough courses to be public. */
const [befores, afters] = [
  [40, 20, 30, 50, 10],
  [10, 12, 9, 30, 1],
];
const courses = Array.from({ length: 30 }, (_none, at): CohortCourse => {
  const [before = 0, after = 0] = [befores[at % 5], afters[at % 5]];
  return {
    courseId: `019a5c1e-8f00-7000-8000-0000000001${at + 10}`,
    scores: [before, null, null, null, null, after],
    postSeries: null,
    stoppedReason: null,
    status: 'completed',
    startedOn: '2025-01-12',
  };
});
const figures = ['starters.response', 'completers.baselineMean', 'completers.endpointMean'];
const cohort = { kind: 'induction', indication: null } as const;
const groups = [{ from: '2025-Q1', to: '2025-Q4', courses, closedOn: null }];
const content = publicContent(
  { period: '2025', cohort, figures, charts: ['mean-before-after'] },
  { groups, edition: 1, isWidest: true },
);
const said = { content, ...sentencesOf(content, 'Riverside') };

/** A draft made of the hand check, for the API document. */
export const draftExample: PublicationDetailResponse = {
  id: '019a5c1e-8f00-7000-8000-000000000040',
  title: 'Outcomes of 2025',
  slug: 'outcomes-2025',
  state: 'draft',
  period: '2025',
  ...cohort,
  minimumBaseline: null,
  figures,
  charts: ['mean-before-after'],
  draftedBy: { id: '019a5c1e-8f00-7000-8000-000000000004', name: 'Mara' },
  changedBy: { id: '019a5c1e-8f00-7000-8000-000000000004', name: 'Mara' },
  draftedAt: '2026-03-24T17:00:00.000Z',
  changedAt: '2026-03-24T17:00:00.000Z',
  approvedBy: null,
  approvedAt: null,
  selfApproved: null,
  approverFromAuthor: null,
  authorFromApprover: null,
  edition: null,
  supersedes: null,
  supersededAt: null,
  withdrawnBy: null,
  withdrawnAt: null,
  withdrawnReason: null,
  version: 1,
  preview: { numbersShown: true, ...said, refusal: null, contentHash: hashOf(said) },
  document: null,
  may: { approve: true, why: null },
};

/** How a publication has aged, for the API document. */
export const todayExample: PublicationTodayResponse = {
  asOf: '2026-06-24T17:00:00.000Z',
  publishedAsOf: '2026-03-24T17:00:00.000Z',
  aged: true,
  courses: { added: 0, left: 0, countedDifferently: 1 },
  figures: [
    {
      set: 'starters',
      name: 'response',
      label: 'Response',
      unit: 'percent',
      then: 60,
      thenN: 30,
      now: 55,
      nowN: 30,
      difference: -5,
      withheldNow: null,
    },
  ],
};
