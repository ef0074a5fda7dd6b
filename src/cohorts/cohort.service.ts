import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ReportTransactionService, type Report } from '../database/report-transaction.service.js';
import { COHORT_CHART_NAMES } from '../domain/charts/cohort/cohort-charts.js';
import { COMPARISON_NOTE, compareCohorts } from '../domain/cohort/comparison.js';
import { DEFINITIONS_VERSION } from '../domain/cohort/outcomes.js';
import { EMPTY_TALLY, type Tally } from '../domain/cohort/tally/tally.js';
import { unfinishedInWords } from '../domain/cohort/unfinished.js';
import { Problem } from '../http/problem.js';
import { Unchanged } from '../http/incoming/response-headers.js';
import { matchesEtag } from '../http/version.js';
import { software } from '../software.js';
import { ClinicCalendarService } from '../staff/clinic/clinic-calendar.service.js';
import type { Actor } from '../staff/sessions/actor.js';
import { UNDER_WAY } from './courses/cohort-courses.js';
import type { CohortFigures, FiguresJob } from './cohort-figures.js';
import { CohortFiguresService } from './cohort-figures.service.js';
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
import { TallyReaderService } from './tally-reader.service.js';
import { seeOneMoment } from '../database/isolation.js';

const SOFTWARE = software();
/** The one chart that shows the model-based estimate. */
const DRAWS_MODEL = 'reduction-by-set';

/** What is wanted of a cohort. */
type Wanted = Omit<FiguresJob, 'tally' | 'baselines'>;

interface AnsweredCohort extends CohortFigures {
  counted: { asOf: string; filter: AppliedFilter; underWay: number };
}

/** What the clinic achieved: concluded courses chosen by a filter. */
@Injectable()
export class CohortService {
  constructor(
    private readonly reports: ReportTransactionService,
    private readonly reader: TallyReaderService,
    private readonly calendar: ClinicCalendarService,
    private readonly figures: CohortFiguresService,
  ) {}

  /** @throws Problem 422 for a filter that can't be, 429 where too many models wait to be fitted. */
  async outcome(actor: Actor, query: CohortQuery): Promise<CohortResponse> {
    const wanted = { model: true, charts: [] };
    const [{ counted, outcome, groups }] = await this.answer(actor, [filterOf(query)], wanted);
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
    const wanted = { model: true, charts: COHORT_CHART_NAMES, unfinished };
    const [{ counted, outcome, groups, charts }] = await this.answer(actor, [filter], wanted, versionAsOf);
    return { ...counted, dataVersion, ...outcome, groups: { '/underWay': UNDER_WAY.name, ...groups }, charts };
  }

  /** @throws Problem 404 for a chart that there is not, 422 for a filter that can't be, 429 as of `outcome`. */
  async chart(actor: Actor, name: string, { unfinished, ...query }: CohortChartQuery): Promise<CohortChartResponse> {
    const known = COHORT_CHART_NAMES.find((candidate) => candidate === name);
    if (!known) {
      const names = COHORT_CHART_NAMES.join(', ');
      throw new Problem('not-found', `There is no chart "${name}"; there are ${names}.`);
    }
    const wanted = { model: known === DRAWS_MODEL, charts: [known], unfinished };
    const [{ counted, outcome, charts }] = await this.answer(actor, [filterOf(query)], wanted);
    const { definitionsVersion, ladder } = outcome;
    return { ...charts[known], ...counted, definitionsVersion, ladder };
  }

  /** @throws Problem 422 for a filter that can't be, and for periods that share a day, 429 as of `outcome`. */
  async comparison(actor: Actor, query: ComparisonQuery): Promise<ComparisonResponse> {
    const wanted = { model: true, charts: [] };
    const [period, against] = await this.answer(actor, comparedFilters(query), wanted);
    return {
      asOf: period.counted.asOf,
      definitionsVersion: DEFINITIONS_VERSION,
      note: COMPARISON_NOTE,
      period: comparedCohort(period),
      against: comparedCohort(against),
      figures: compareCohorts(period.outcome, against.outcome),
    };
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
  private async answer<Filters extends [AppliedFilter, ...AppliedFilter[]]>(
    actor: Actor,
    filters: Filters,
    wanted: Wanted,
    notBefore?: Date,
  ): Promise<{ [At in keyof Filters]: AnsweredCohort }> {
    const { answer: read, asOf } = await this.reports.run(
      actor.clinicId,
      async (transaction) => {
        // Or a course whose start is moved meanwhile is in two quarters, or in none.
        await seeOneMoment(transaction);
        return this.reader.read(transaction, filters, await this.calendar.today(transaction, actor));
      },
      notBefore,
    );
    const { baselines } = read;
    let tallies: Promise<Tally[]> | undefined;
    const answered = filters.map(async (filter, at) => {
      const job = async () => {
        const tally = (await (tallies ??= this.reader.tallies(read)))[at] ?? EMPTY_TALLY;
        return { tally, baselines, ...wanted };
      };
      const question = `${this.reader.nameOf(read, filter)} ${JSON.stringify(wanted)}`;
      const figures = await this.figures.of(question, job);
      return { ...figures, counted: { asOf: asOf.toISOString(), filter, underWay: figures.underWay } };
    });
    return (await Promise.all(answered)) as { [At in keyof Filters]: AnsweredCohort };
  }
}

function comparedCohort({ counted: { filter, underWay }, outcome: { ladder } }: AnsweredCohort): ComparedCohort {
  return { filter, underWay, unfinished: unfinishedInWords(ladder.courses, underWay), ladder };
}
