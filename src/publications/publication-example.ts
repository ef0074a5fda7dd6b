import type { CohortCourse } from '../domain/cohort/cohort-course.js';
import { sentencesOf } from '../domain/claims/sentences.js';
import { publicContent } from '../domain/publication/public-content.js';
import { hashOf } from '../signing/canonical.js';
import type { PublicationDetailResponse } from './publication-detail.dto.js';
import type { PublicationTodayResponse } from './drift/publication-today.dto.js';

/** The hand check of the definitions four times over, so that there are enough courses to be public. */
const [befores, afters] = [
  [40, 20, 30, 50, 10],
  [10, 12, 9, 30, 1],
];
const courses = Array.from({ length: 20 }, (_none, at): CohortCourse => {
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
const cohort = {
  period: '2025',
  kind: 'induction',
  indication: null,
  minimumBaseline: null,
} as const;
const { content } = publicContent({ cohort, figures, charts: ['mean-before-after'] }, courses);
const said = { content, ...sentencesOf(content, 'Riverside') };

/** A draft made of the hand check, for the API document. */
export const draftExample: PublicationDetailResponse = {
  id: '019a5c1e-8f00-7000-8000-000000000040',
  title: 'Outcomes of 2025',
  slug: 'outcomes-2025',
  state: 'draft',
  ...cohort,
  figures,
  charts: ['mean-before-after'],
  draftedBy: { id: '019a5c1e-8f00-7000-8000-000000000004', name: 'Mara' },
  changedBy: { id: '019a5c1e-8f00-7000-8000-000000000004', name: 'Mara' },
  draftedAt: '2026-03-24T17:00:00.000Z',
  changedAt: '2026-03-24T17:00:00.000Z',
  approvedBy: null,
  approvedAt: null,
  selfApproved: null,
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
      thenN: 20,
      now: 55,
      nowN: 20,
      difference: -5,
      withheldNow: null,
    },
  ],
};
