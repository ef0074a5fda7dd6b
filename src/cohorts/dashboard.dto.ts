import type { CohortChartName } from '../domain/charts/cohort/cohort-charts.js';
import type { Chart } from '../domain/charts/parts/chart.js';
import type { CohortResponse } from './cohort.dto.js';

/** Everything that is shown of the cohort of a filter, from one reading of its courses. */
export interface DashboardResponse extends CohortResponse {
  /** Changes with every course and entry of the clinic, and with the day; its ETag. @example "c2FtcGxl" */
  dataVersion: string;
  /** Every chart by its name. */
  charts: Record<CohortChartName, Chart>;
}
