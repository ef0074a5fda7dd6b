import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../http/openapi.js';
import { CurrentActor, Roles } from '../staff/access.js';
import type { Actor } from '../staff/actor.js';
import { CohortQuery, type CohortChartResponse, type CohortResponse } from './cohort.dto.js';
import { CohortChart, CohortChartParam, CohortOutcomeResponse } from './cohort-example.js';
import { CohortService } from './cohort.service.js';

@ApiTags('Cohorts')
@Controller('v1/cohorts')
export class CohortController {
  constructor(private readonly service: CohortService) {}

  /** What the clinic achieved: the ladder, the four analysis sets with every figure, and what became of the rest */
  @Get('outcome')
  @Roles('director')
  @ApiOperation({})
  @CohortOutcomeResponse()
  @ProblemResponses(401, 403, 422)
  async outcome(
    @CurrentActor() actor: Actor,
    @Query() query: CohortQuery,
  ): Promise<CohortResponse> {
    return this.service.outcome(actor, query);
  }

  /** One chart of the cohort as a Chart.js configuration */
  @Get('charts/:name')
  @Roles('director')
  @ApiOperation({})
  @CohortChartParam()
  @CohortChart()
  @ProblemResponses(401, 403, 404, 422)
  async chart(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() query: CohortQuery,
  ): Promise<CohortChartResponse> {
    return this.service.chart(actor, name, query);
  }
}
