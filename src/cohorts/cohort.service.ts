import { Injectable } from '@nestjs/common';
import { TransactionService } from '../database/transaction.service.js';
import { COHORT_CHART_NAMES, cohortChart } from '../domain/charts/cohort/cohort-charts.js';
import type { CohortCourse } from '../domain/cohort/cohort-course.js';
import { cohortOutcome } from '../domain/cohort/cohort-outcome.js';
import { COMPARISON_NOTE, compareCohorts } from '../domain/cohort/comparison.js';
import { DEFINITIONS_VERSION } from '../domain/cohort/definitions.js';
import { Problem } from '../http/problem.js';
import type { Actor } from '../staff/sessions/actor.js';
import { groupsOf, isCounted, toCourse } from './cohort-courses.js';
import { comparedFilters, filterOf, fits } from './cohort-filter.js';
import type {
  AppliedFilter,
  CohortChartResponse,
  CohortQuery,
  CohortResponse,
  ComparisonQuery,
  ComparisonResponse,
} from './cohort.dto.js';
import { CohortRepository } from './cohort.repository.js';

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
    private readonly transactions: TransactionService,
    private readonly repository: CohortRepository,
  ) {}

  /** @throws Problem 422 for a filter that can't be. */
  async outcome(actor: Actor, query: CohortQuery): Promise<CohortResponse> {
    const { courses, ...counted } = await this.load(actor, filterOf(query));
    const outcome = cohortOutcome(courses);
    return { ...counted, ...outcome, groups: groupsOf(outcome) };
  }

  /** @throws Problem 404 for a chart that there is not, 422 for a filter that can't be. */
  async chart(actor: Actor, name: string, query: CohortQuery): Promise<CohortChartResponse> {
    const known = COHORT_CHART_NAMES.find((candidate) => candidate === name);
    if (!known) {
      const names = COHORT_CHART_NAMES.join(', ');
      throw new Problem('not-found', `There is no chart "${name}"; there are ${names}.`);
    }
    const { courses, ...counted } = await this.load(actor, filterOf(query));
    const outcome = cohortOutcome(courses);
    const { definitionsVersion, ladder } = outcome;
    return { ...cohortChart(known, outcome, courses), ...counted, definitionsVersion, ladder };
  }

  /** @throws Problem 422 for a filter that can't be, and for periods that share a day. */
  async comparison(actor: Actor, query: ComparisonQuery): Promise<ComparisonResponse> {
    const [first, second] = comparedFilters(query);
    const { courses, asOf, ...period } = await this.load(actor, first);
    const { courses: others, filter, underWay } = await this.load(actor, second);
    const [outcome, other] = [cohortOutcome(courses), cohortOutcome(others)];
    return {
      asOf,
      definitionsVersion: DEFINITIONS_VERSION,
      note: COMPARISON_NOTE,
      period: { ...period, ladder: outcome.ladder },
      against: { filter, underWay, ladder: other.ladder },
      figures: compareCohorts(outcome, other),
    };
  }

  private async load({ clinicId, at }: Actor, filter: AppliedFilter): Promise<Cohort> {
    const rows = await this.transactions.run(clinicId, (transaction) => this.repository.courses(transaction, filter));
    const fitting = rows.filter((row) => fits(row, filter));
    const courses = fitting.map(toCourse).filter(isCounted);
    return { asOf: at.toISOString(), filter, courses, underWay: fitting.length - courses.length };
  }
}
