import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { COHORT_CHART_NAMES, cohortChart } from '../domain/charts/cohort-charts.js';
import type { CohortCourse } from '../domain/cohort/cohort-course.js';
import { checkPeriod, periodOf } from '../domain/cohort/cohort-filter.js';
import { cohortOutcome } from '../domain/cohort/cohort-outcome.js';
import { isConcluded, statusBy } from '../domain/course/status.js';
import { severityOf } from '../domain/cudos/severity.js';
import { Problem, rulesBroken, type FieldFault } from '../http/problem.js';
import type { Actor } from '../staff/actor.js';
import type {
  AppliedFilter,
  CohortChartResponse,
  CohortQuery,
  CohortResponse,
} from './cohort.dto.js';
import { CohortRepository, type CourseRow } from './cohort.repository.js';

interface Cohort {
  asOf: string;
  filter: AppliedFilter;
  courses: CohortCourse[];
  underWay: number;
}

/** What the clinic achieved: concluded courses chosen by a filter. */
@Injectable()
export class CohortService {
  constructor(
    private readonly transactions: TenantTransaction,
    private readonly repository: CohortRepository,
  ) {}

  /** @throws Problem 422 for a filter that can't be. */
  async outcome(actor: Actor, query: CohortQuery): Promise<CohortResponse> {
    const { courses, ...counted } = await this.load(actor, query);
    return { ...counted, ...cohortOutcome(courses) };
  }

  /** @throws Problem 404 for a chart that there is not, 422 for a filter that can't be. */
  async chart(actor: Actor, name: string, query: CohortQuery): Promise<CohortChartResponse> {
    const known = COHORT_CHART_NAMES.find((candidate) => candidate === name);
    if (!known) {
      const names = COHORT_CHART_NAMES.join(', ');
      throw new Problem('not-found', `There is no chart "${name}"; there are ${names}.`);
    }
    const { courses, ...counted } = await this.load(actor, query);
    const outcome = cohortOutcome(courses);
    const { definitionsVersion, ladder } = outcome;
    return { ...cohortChart(known, outcome, courses), ...counted, definitionsVersion, ladder };
  }

  private async load({ clinicId, at }: Actor, query: CohortQuery): Promise<Cohort> {
    const filter = filterOf(query);
    const rows = await this.transactions.run(clinicId, (transaction) =>
      this.repository.courses(transaction, clinicId, filter),
    );
    const fitting = rows.filter((row) => fits(row, filter));
    const courses = fitting.flatMap(toCohortCourse);
    return { asOf: at.toISOString(), filter, courses, underWay: fitting.length - courses.length };
  }
}

function filterOf(query: CohortQuery): AppliedFilter {
  const period = query.period === undefined ? null : periodOf(query.period);
  const [from, to] = [query.from ?? period?.from ?? null, query.to ?? period?.to ?? null];
  const faults = [...periodFaults(query), ...checkPeriod(from, to).map(pointTo('/to'))];
  if (faults.length > 0) throw rulesBroken(faults);
  const { kind = null, indication = null, baselineBand = null } = query;
  const { minimumBaseline = null, clinician = null } = query;
  return { from, to, kind, indication, baselineBand, minimumBaseline, clinician };
}

function periodFaults({ period, from, to }: CohortQuery): FieldFault[] {
  if (period === undefined) return [];
  if (from !== undefined || to !== undefined) {
    const message = 'Give either a period of quarters or years, or a first and a last day.';
    return [{ pointer: '/period', rule: 'period-and-days', message }];
  }
  if (periodOf(period) !== null) return [];
  const message =
    'The period must lie in the years 1900 to 2198 and not end before it begins, e.g. 2025-Q1..2026-Q2.';
  return [{ pointer: '/period', rule: 'period-impossible', message }];
}

function pointTo(pointer: string) {
  return ({ rule, message }: { rule: string; message: string }) => ({ pointer, rule, message });
}

/** A bound on the baseline leaves out courses that have none. */
function fits({ s1 }: CourseRow, { baselineBand, minimumBaseline }: AppliedFilter): boolean {
  if (baselineBand === null && minimumBaseline === null) return true;
  if (s1 === null || s1 < (minimumBaseline ?? 0)) return false;
  return baselineBand === null || severityOf(s1).name === baselineBand;
}

/** A concluded course as a cohort counts it; nothing for one under way. */
function toCohortCourse(row: CourseRow): CohortCourse[] {
  const { s1, s2, s3, s4, s5, s6, postSeries, startedOn, stoppedReason, sixthMissed } = row;
  const status = statusBy({ sixthMissed, sixthTotal: s6, stopped: stoppedReason !== null });
  if (!isConcluded(status)) return [];
  return [{ scores: [s1, s2, s3, s4, s5, s6], postSeries, stoppedReason, status, startedOn }];
}
