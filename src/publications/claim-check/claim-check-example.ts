import type { ClaimAnswer } from '../../domain/claims/claim-answer.js';

/** For controllers, which don't look into the domain. */
export type ClaimAnswerJson = ClaimAnswer;

/** What a claim check answers, for the API document. */
export const claimExample: ClaimAnswer = {
  numbers: [
    {
      text: '68 %',
      start: 26,
      end: 30,
      meaning: 'fall of the mean score',
      verdict: 'supported',
      explanation: 'The mean score of the 120 scored at infusions 1 and 6 fell by 68 %.',
      figure: {
        publicationId: '019a5c1e-8f00-7000-8000-000000000040',
        slug: 'outcomes-2025-2026',
        set: 'completers',
        name: 'percentReductionOfMeans',
        label: 'Percent reduction of means',
        value: 68,
        n: 120,
      },
      notes: [],
    },
  ],
  ignored: [],
  missing: ['The text does not say how many patients this is about.'],
  publication: {
    id: '019a5c1e-8f00-7000-8000-000000000040',
    slug: 'outcomes-2025-2026',
    title: 'Outcomes of 2025 and 2026',
  },
  allowed: [
    {
      text: 'Among the 120 scored at infusions 1 and 6, the average score fell from 35.0 to 11.2, which is 68 %.',
      figures: ['completers.baselineMean', 'completers.endpointMean'],
    },
  ],
  footnote: 'Riverside, patients who started from January 2025 to December 2026.',
};
