import type { MarkBacktest } from '../domain/cohort/mark-backtest.js';
import type { Rate } from '../domain/statistics/rate.js';
import type { CohortResponse } from './cohort.dto.js';

/** How often each mark was right among the concluded courses of a filter. */
export interface MarksResponse extends Pick<CohortResponse, 'asOf' | 'filter' | 'definitionsVersion'> {
  /** Response of all concluded courses with a baseline, marked or not. */
  starters: Rate;
  /** By mark. */
  marks: MarkBacktest[];
}
