import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../http/openapi.js';
import { WithLinkToNext } from '../http/response-headers.js';
import { CurrentActor, Roles } from '../staff/sessions/access.js';
import type { Actor } from '../staff/sessions/actor.js';
import { CohortCoursesService } from './cohort-courses.service.js';
import {
  CohortChartQuery,
  CohortCoursesQuery,
  CohortQuery,
  ComparisonQuery,
  type CohortChartResponse,
  type CohortCoursePage,
  type CohortResponse,
  type ComparisonResponse,
} from './cohort.dto.js';
import { CohortChartParam } from './cohort-example.js';
import { CohortService } from './cohort.service.js';

@ApiTags('Cohorts')
@Controller('v1/cohorts')
export class CohortController {
  constructor(
    private readonly service: CohortService,
    private readonly lists: CohortCoursesService,
  ) {}

  /**
   * What the clinic achieved: the ladder, the analysis sets with every figure, and what became of the rest
   * @returns Points 0-64, lower is better; percent 0-100; null where there is nothing to estimate. `figures` is the same
   *   as a flat list, each with its set, estimator, n and interval.
   */
  @Get('outcome')
  @Roles('director')
  @ApiOperation({})
  @ProblemResponses(422)
  async outcome(@CurrentActor() actor: Actor, @Query() query: CohortQuery): Promise<CohortResponse> {
    return this.service.outcome(actor, query);
  }

  /**
   * The courses behind a number of the outcome, latest start first
   * @returns The `Link` header leads to the next page.
   */
  @Get('courses')
  @Roles('director')
  @WithLinkToNext()
  @ApiOperation({})
  @ProblemResponses(400, 422)
  async courses(@CurrentActor() actor: Actor, @Query() query: CohortCoursesQuery): Promise<CohortCoursePage> {
    return this.lists.list(actor, query);
  }

  /**
   * Two periods side by side: ladders, main figures, and how far they are apart
   * @returns Rates differ with Newcombe’s interval, means with Welch’s; `note` belongs to every one of them.
   */
  @Get('comparison')
  @Roles('director')
  @ApiOperation({})
  @ProblemResponses(422)
  async comparison(@CurrentActor() actor: Actor, @Query() query: ComparisonQuery): Promise<ComparisonResponse> {
    return this.service.comparison(actor, query);
  }

  /** One chart of the cohort as a Chart.js configuration */
  @Get('charts/:name')
  @Roles('director')
  @ApiOperation({})
  @CohortChartParam()
  @ProblemResponses(404, 422)
  async chart(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() query: CohortChartQuery,
  ): Promise<CohortChartResponse> {
    return this.service.chart(actor, name, query);
  }
}
