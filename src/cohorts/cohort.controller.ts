import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reads } from '../audit/reads.js';
import { ProblemResponses } from '../http/openapi.js';
import { WithDataVersion, WithLinkToNext } from '../http/incoming/response-headers.js';
import { IfNoneMatch } from '../http/version.js';
import { CurrentActor, Roles, TokenScope } from '../staff/sessions/access.js';
import type { Actor } from '../staff/sessions/actor.js';
import {
  CohortChartQuery,
  CohortQuery,
  ComparisonQuery,
  type CohortChartResponse,
  type CohortResponse,
  type ComparisonResponse,
} from './cohort.dto.js';
import { CohortCoursesQuery, type CohortCoursePage } from './courses/cohort-courses.dto.js';
import { CohortCoursesService } from './courses/cohort-courses.service.js';
import { CohortChartParam } from './cohort-example.js';
import { CohortService } from './cohort.service.js';
import type { DashboardResponse } from './dashboard.dto.js';
import { DifferencesQuery, type DifferencesResponse } from './differences.dto.js';
import { DifferencesService } from './differences.service.js';
import type { MarksResponse } from './marks.dto.js';
import { MarksService } from './marks.service.js';

@ApiTags('Cohorts')
@Controller('v1/cohorts')
export class CohortController {
  constructor(
    private readonly service: CohortService,
    private readonly lists: CohortCoursesService,
    private readonly compared: DifferencesService,
    private readonly marked: MarksService,
  ) {}

  /**
   * What the clinic achieved: the ladder, the analysis sets with every figure, and what became of the rest
   * @returns Points 0-64, lower is better; percent 0-100; null where there is nothing to estimate. `figures` is the same
   *   as a flat list, each with its set, estimator, n and interval.
   */
  @Get('outcome')
  @Roles('director')
  @TokenScope('outcomes:read')
  @ApiOperation({})
  @ProblemResponses(422, 429)
  async outcome(@CurrentActor() actor: Actor, @Query() query: CohortQuery): Promise<CohortResponse> {
    return this.service.outcome(actor, query);
  }

  /**
   * The outcome with all of its charts
   * @returns As of the outcome and of each chart. With `If-None-Match` and an ETag that still holds: 304 without a body.
   */
  @Get('dashboard')
  @Roles('director')
  @TokenScope('outcomes:read')
  @WithDataVersion()
  @ApiOperation({})
  @ProblemResponses(422, 429)
  async dashboard(
    @CurrentActor() actor: Actor,
    @Query() query: CohortChartQuery,
    @IfNoneMatch() known: string | undefined,
  ): Promise<DashboardResponse> {
    return this.service.dashboard(actor, query, known);
  }

  /**
   * The courses behind a number of the outcome, latest start first unless another order is asked for
   * @returns The `Link` header leads to the next page.
   */
  @Get('courses')
  @Reads('course.listed')
  @Roles('director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async courses(@CurrentActor() actor: Actor, @Query() query: CohortCoursesQuery): Promise<CohortCoursePage> {
    return this.lists.list(actor, query);
  }

  /**
   * Two periods side by side: ladders, main figures, and how far they are apart
   * @returns Rates differ with Newcombe’s interval, means with Welch’s, percent reductions of means with one made of both
   *   Fieller intervals; `note` belongs to every one of them.
   */
  @Get('comparison')
  @Roles('director')
  @TokenScope('outcomes:read')
  @ApiOperation({})
  @ProblemResponses(422, 429)
  async comparison(@CurrentActor() actor: Actor, @Query() query: ComparisonQuery): Promise<ComparisonResponse> {
    return this.service.comparison(actor, query);
  }

  /**
   * Whether clinicians, or indications, differ by more than chance, as a funnel plot
   * @returns Standardized response by starters with what chance does at 95 and 99.8 %, of those with at least 11 starters. For
   *   the clinic alone, and no league table.
   */
  @Get('differences')
  @Roles('director')
  @TokenScope('outcomes:read')
  @ApiOperation({})
  @ProblemResponses(422)
  async differences(@CurrentActor() actor: Actor, @Query() query: DifferencesQuery): Promise<DifferencesResponse> {
    return this.compared.differences(actor, query);
  }

  /**
   * How often each mark was right that asks to look at a course under way
   * @returns Concluded courses with a baseline, marked by what was known on the day and not, and how many of each responded.
   *   Nothing of a single patient.
   */
  @Get('marks')
  @Roles('director')
  @TokenScope('outcomes:read')
  @ApiOperation({})
  @ProblemResponses(422)
  async marks(@CurrentActor() actor: Actor, @Query() query: CohortQuery): Promise<MarksResponse> {
    return this.marked.backtest(actor, query);
  }

  /** One chart of the cohort as a Chart.js configuration */
  @Get('charts/:name')
  @Roles('director')
  @TokenScope('outcomes:read')
  @ApiOperation({})
  @CohortChartParam()
  @ProblemResponses(404, 422, 429)
  async chart(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() query: CohortChartQuery,
  ): Promise<CohortChartResponse> {
    return this.service.chart(actor, name, query);
  }
}
