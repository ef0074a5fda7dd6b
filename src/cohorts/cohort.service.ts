import { Injectable } from '@nestjs/common';
import { AssessmentRepository } from '../assessments/entries/assessment.repository.js';
import { TransactionService } from '../database/transaction.service.js';
import { COHORT_CHART_NAMES, cohortChart } from '../domain/charts/cohort/cohort-charts.js';
import { countedOutcome } from '../domain/cohort/cohort-outcome.js';
import { cohortOf, type Cohort } from '../domain/cohort/cohort.js';
import { COMPARISON_NOTE, compareCohorts } from '../domain/cohort/comparison.js';
import type { Ladder } from '../domain/cohort/ladder.js';
import { directorOutcome } from '../domain/cohort/director-outcome.js';
import { DEFINITIONS_VERSION } from '../domain/cohort/outcomes.js';
import { unfinishedInWords } from '../domain/cohort/unfinished.js';
import { baselinesFromSums } from '../domain/course/judgement/reliable-change.js';
import { Problem } from '../http/problem.js';
import { ClinicCalendarService } from '../staff/clinic/clinic-calendar.service.js';
import type { Actor } from '../staff/sessions/actor.js';
import { isCounted, toCourse, UNDER_WAY } from './cohort-courses.js';
import { comparedFilters, filterOf } from './cohort-filter.js';
import type {
  AppliedFilter,
  CohortChartQuery,
  CohortChartResponse,
  CohortQuery,
  CohortResponse,
  ComparedCohort,
  ComparisonQuery,
  ComparisonResponse,
} from './cohort.dto.js';
import { CohortRepository } from './cohort.repository.js';

interface LoadedCohort {
  asOf: string;
  filter: AppliedFilter;
  cohort: Cohort;
  underWay: number;
}

/** What the clinic achieved: concluded courses chosen by a filter. */
@Injectable()
export class CohortService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly repository: CohortRepository,
    private readonly assessments: AssessmentRepository,
    private readonly calendar: ClinicCalendarService,
  ) {}

  /** @throws Problem 422 for a filter that can't be. */
  async outcome(actor: Actor, query: CohortQuery): Promise<CohortResponse> {
    const { cohort, ...counted } = await this.load(actor, filterOf(query));
    const { outcome, groups } = directorOutcome(cohort);
    return { ...counted, ...outcome, groups: { '/underWay': UNDER_WAY.name, ...groups } };
  }

  /** @throws Problem 404 for a chart that there is not, 422 for a filter that can't be. */
  async chart(actor: Actor, name: string, { unfinished, ...query }: CohortChartQuery): Promise<CohortChartResponse> {
    const known = COHORT_CHART_NAMES.find((candidate) => candidate === name);
    if (!known) {
      const names = COHORT_CHART_NAMES.join(', ');
      throw new Problem('not-found', `There is no chart "${name}"; there are ${names}.`);
    }
    const { cohort, ...counted } = await this.load(actor, filterOf(query));
    const { outcome } = countedOutcome(cohort);
    const { definitionsVersion, ladder } = outcome;
    return { ...cohortChart(known, outcome, cohort, unfinished), ...counted, definitionsVersion, ladder };
  }

  /** @throws Problem 422 for a filter that can't be, and for periods that share a day. */
  async comparison(actor: Actor, query: ComparisonQuery): Promise<ComparisonResponse> {
    const [first, second] = comparedFilters(query);
    const { cohort, asOf, ...period } = await this.load(actor, first);
    const { cohort: against, filter, underWay } = await this.load(actor, second);
    const [{ outcome }, { outcome: other }] = [directorOutcome(cohort), directorOutcome(against)];
    return {
      asOf,
      definitionsVersion: DEFINITIONS_VERSION,
      note: COMPARISON_NOTE,
      period: comparedCohort(period, outcome.ladder),
      against: comparedCohort({ filter, underWay }, other.ladder),
      figures: compareCohorts(outcome, other),
    };
  }

  private async load(actor: Actor, filter: AppliedFilter): Promise<LoadedCohort> {
    const [rows, sums] = await this.transactions.run(actor.clinicId, async (transaction) => {
      const today = await this.calendar.today(transaction, actor);
      return [
        await this.repository.courses(transaction, filter, today),
        await this.assessments.inductionBaselines(transaction),
      ];
    });
    const courses = rows.map(toCourse);
    const underWay = courses.filter((course) => !isCounted(course));
    const cohort = cohortOf(courses.filter(isCounted), baselinesFromSums(sums), underWay);
    return { asOf: actor.at.toISOString(), filter, cohort, underWay: underWay.length };
  }
}

function comparedCohort({ filter, underWay }: Omit<LoadedCohort, 'asOf' | 'cohort'>, ladder: Ladder): ComparedCohort {
  return { filter, underWay, unfinished: unfinishedInWords(ladder.courses, underWay), ladder };
}
