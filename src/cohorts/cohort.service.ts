import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ReportTransactionService, type Report } from '../database/report-transaction.service.js';
import { COHORT_CHART_NAMES, cohortChart, type CohortChartName } from '../domain/charts/cohort/cohort-charts.js';
import { countedOutcome, type CohortOutcome } from '../domain/cohort/cohort-outcome.js';
import { cohortOfTally, type Cohort } from '../domain/cohort/cohort.js';
import { COMPARISON_NOTE, compareCohorts } from '../domain/cohort/comparison.js';
import type { Ladder } from '../domain/cohort/ladder.js';
import { directorOutcome } from '../domain/cohort/director-outcome.js';
import { DEFINITIONS_VERSION, forEachName } from '../domain/cohort/outcomes.js';
import { EMPTY_TALLY } from '../domain/cohort/tally/tally.js';
import { unfinishedInWords } from '../domain/cohort/unfinished.js';
import { Problem } from '../http/problem.js';
import { Unchanged } from '../http/incoming/response-headers.js';
import { matchesEtag } from '../http/version.js';
import { software } from '../software.js';
import { ClinicCalendarService } from '../staff/clinic/clinic-calendar.service.js';
import type { Actor } from '../staff/sessions/actor.js';
import { UNDER_WAY } from './cohort-courses.js';
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
import type { DashboardResponse } from './dashboard.dto.js';
import { ModelService } from './model.service.js';
import { TallyReaderService } from './tally-reader.service.js';

const SOFTWARE = software();

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
    private readonly reports: ReportTransactionService,
    private readonly reader: TallyReaderService,
    private readonly calendar: ClinicCalendarService,
    private readonly models: ModelService,
  ) {}

  /** @throws Problem 422 for a filter that can't be, 429 where too many models wait to be fitted. */
  async outcome(actor: Actor, query: CohortQuery): Promise<CohortResponse> {
    const [{ cohort, ...counted }] = await this.load(actor, [filterOf(query)]);
    const { outcome, groups } = directorOutcome(cohort, await this.models.fit(cohort));
    return { ...counted, ...outcome, groups: { '/underWay': UNDER_WAY.name, ...groups } };
  }

  /**
   * The outcome with all of its charts.
   * @param known The If-None-Match of the request.
   * @throws Unchanged where the client has it; Problem as of `outcome`.
   */
  async dashboard(
    actor: Actor,
    { unfinished, ...query }: CohortChartQuery,
    known: string | undefined,
  ): Promise<DashboardResponse> {
    const filter = filterOf(query);
    const { answer: dataVersion, asOf: versionAsOf } = await this.dataVersion(actor);
    if (matchesEtag(`"${dataVersion}"`, known)) throw new Unchanged(dataVersion);
    // Not from before: the client would keep it as of this version.
    const [{ cohort, ...counted }] = await this.load(actor, [filter], versionAsOf);
    const { outcome, groups } = directorOutcome(cohort, await this.models.fit(cohort));
    // Others have their turn before the charts are drawn.
    await setImmediate();
    const charts = forEachName(COHORT_CHART_NAMES, (name) => cohortChart(name, outcome, cohort, unfinished));
    return { ...counted, dataVersion, ...outcome, groups: { '/underWay': UNDER_WAY.name, ...groups }, charts };
  }

  /** @throws Problem 404 for a chart that there is not, 422 for a filter that can't be, 429 as of `outcome`. */
  async chart(actor: Actor, name: string, { unfinished, ...query }: CohortChartQuery): Promise<CohortChartResponse> {
    const known = COHORT_CHART_NAMES.find((candidate) => candidate === name);
    if (!known) {
      const names = COHORT_CHART_NAMES.join(', ');
      throw new Problem('not-found', `There is no chart "${name}"; there are ${names}.`);
    }
    const [{ cohort, ...counted }] = await this.load(actor, [filterOf(query)]);
    const { outcome } = await this.figuresFor(known, cohort);
    const { definitionsVersion, ladder } = outcome;
    return { ...cohortChart(known, outcome, cohort, unfinished), ...counted, definitionsVersion, ladder };
  }

  /** @throws Problem 422 for a filter that can't be, and for periods that share a day, 429 as of `outcome`. */
  async comparison(actor: Actor, query: ComparisonQuery): Promise<ComparisonResponse> {
    const [period, against] = await this.load(actor, comparedFilters(query));
    const { outcome } = directorOutcome(period.cohort, await this.models.fit(period.cohort));
    const { outcome: other } = directorOutcome(against.cohort, await this.models.fit(against.cohort));
    return {
      asOf: period.asOf,
      definitionsVersion: DEFINITIONS_VERSION,
      note: COMPARISON_NOTE,
      period: comparedCohort(period, outcome.ladder),
      against: comparedCohort(against, other.ladder),
      figures: compareCohorts(outcome, other),
    };
  }

  /** With the model only where it is drawn, because it takes longer than all else. */
  private async figuresFor(chart: CohortChartName, cohort: Cohort): Promise<{ outcome: CohortOutcome }> {
    if (chart !== 'reduction-by-set') return countedOutcome(cohort);
    return directorOutcome(cohort, await this.models.fit(cohort));
  }

  /** What figures depend on besides the filter: this software, the records of the clinic, and the day there. */
  private async dataVersion(actor: Actor): Promise<Report<string>> {
    return this.reports.run(actor.clinicId, async (transaction) => {
      const today = await this.calendar.today(transaction, actor);
      const changes = await this.reader.changes(transaction);
      return createHash('sha256').update(`${SOFTWARE} ${today} ${changes}`).digest('base64url').slice(0, 22);
    });
  }

  /** The cohorts of one filter or more, as they are at one moment. */
  private async load<Filters extends [AppliedFilter, ...AppliedFilter[]]>(
    actor: Actor,
    filters: Filters,
    notBefore?: Date,
  ): Promise<{ [At in keyof Filters]: LoadedCohort }> {
    const { answer, asOf } = await this.reports.run(
      actor.clinicId,
      async (transaction) => {
        // Or a course whose start is moved meanwhile is in two quarters, or in none.
        await transaction.pipeline.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
        return this.reader.read(transaction, filters, await this.calendar.today(transaction, actor));
      },
      notBefore,
    );
    const tallies = await this.reader.tallies(answer);
    const loaded = filters.map((filter, at) => {
      const cohort = cohortOfTally(tallies[at] ?? EMPTY_TALLY, answer.baselines);
      const underWay = [...cohort.underWay.values()].reduce((total, n) => total + n, 0);
      return { asOf: asOf.toISOString(), filter, cohort, underWay };
    });
    return loaded as { [At in keyof Filters]: LoadedCohort };
  }
}

function comparedCohort({ filter, underWay }: LoadedCohort, ladder: Ladder): ComparedCohort {
  return { filter, underWay, unfinished: unfinishedInWords(ladder.courses, underWay), ladder };
}
