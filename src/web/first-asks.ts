const UNDER_WAY = '/v1/courses?status=active&limit=200';
const CLINIC = '/v1/clinic';

/** A page, and what it needs as soon as somebody is signed in. Where it asks for something else this costs a request, and nothing more. */
interface First {
  page: RegExp;
  /** Parts that come with no other page, by the names of their files. */
  parts: readonly string[];
  answers: readonly string[];
}

/** What `ask-early.ts` asks for, by the page that is opened; the build looks up the files of its parts. */
export const FIRST: readonly First[] = [
  {
    page: /^\/(\?|$)/,
    parts: [],
    answers: [
      UNDER_WAY,
      '/v1/courses?afterSeriesDue=true&limit=200',
      '/v1/safety-notices?limit=200',
      '/v1/courses?status=lost&limit=20',
      '/v1/courses?status=concluded&gaps=true&limit=20',
      CLINIC,
    ],
  },
  {
    page: /^\/scores(\?|$)/,
    parts: ['scores-page'],
    answers: [UNDER_WAY, '/v1/courses?status=completed&limit=50', CLINIC],
  },
  { page: /^\/courses\/[^/]+\/form\//, parts: ['item-form-page'], answers: [] },
  { page: /^\/patients$/, parts: ['patients-page'], answers: [UNDER_WAY] },
  { page: /^\/patients\/[^/]+$/, parts: ['patient-page', 'chart-canvas'], answers: [] },
  {
    page: /^\/outcomes$/,
    parts: ['outcomes-page', 'chart-canvas'],
    answers: ['/v1/cohorts/dashboard?kind=induction', '/v1/staff', CLINIC],
  },
];
