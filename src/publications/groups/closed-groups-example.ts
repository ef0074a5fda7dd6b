import type { ClosedGroupsResponse } from './closed-groups.dto.js';

/** What can be published of a clinic with one closed group, for the API document. */
export const closedGroupsExample: ClosedGroupsResponse = {
  asOf: '2026-03-24T17:00:00.000Z',
  cohort: { kind: 'induction', indication: null },
  edition: 1,
  groups: [
    {
      from: '2025-Q1',
      to: '2025-Q2',
      period: '2025-Q1..2025-Q2',
      starters: 37,
      closedOn: '2025-09-02',
      since: { changed: 0, renewal: 'unchanged' },
    },
  ],
  filling: {
    from: '2025-Q3',
    to: '2026-Q1',
    starters: 22,
    completers: 15,
    underWay: 3,
    lacking: ['starters'],
    earliestClosing: '2026-05-30',
    startersNeeded: 30,
    completersNeeded: 11,
  },
  choices: [
    {
      period: '2025-Q1..2025-Q2',
      figures: [
        {
          set: 'starters',
          name: 'response',
          label: 'Response',
          estimator: 'count / n',
          interval: 'Wilson, 95 %',
          unit: 'percent',
          howCounted:
            'All courses with a score at infusion 1; one without a score at infusion 6 counts as not achieved.',
          value: 57,
          n: 37,
          count: 21,
          ci95: [41, 71],
          withheld: null,
        },
      ],
    },
  ],
  refusal: null,
  closeAgain: { allowed: false, why: 'Nothing that is published has changed.' },
};
