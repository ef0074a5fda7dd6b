import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PictureResponse, TableResponse } from '../drawing/download.js';
import { ProblemResponses } from '../http/openapi.js';
import { CurrentActor, Roles, TokenScope } from '../staff/sessions/access.js';
import type { Actor } from '../staff/sessions/actor.js';
import { CohortChartParam } from './cohort-example.js';
import { CohortPictureService } from './cohort-picture.service.js';
import { CohortChartQuery, CohortPictureQuery, CohortTableQuery } from './cohort.dto.js';

@ApiTags('Cohorts')
@Controller('v1/cohorts/charts')
export class CohortPictureController {
  constructor(private readonly service: CohortPictureService) {}

  /** One chart of the cohort as a PNG picture */
  @Get(':name.png')
  @Roles('director')
  @TokenScope('outcomes:read')
  @ApiOperation({})
  @CohortChartParam()
  @PictureResponse('png')
  @ProblemResponses(404, 422)
  async png(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() query: CohortPictureQuery,
  ): Promise<StreamableFile> {
    return this.service.picture(actor, name, query, 'png');
  }

  /** One chart of the cohort as an SVG drawing */
  @Get(':name.svg')
  @Roles('director')
  @TokenScope('outcomes:read')
  @ApiOperation({})
  @CohortChartParam()
  @PictureResponse('svg')
  @ProblemResponses(404, 422)
  async svg(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() query: CohortPictureQuery,
  ): Promise<StreamableFile> {
    return this.service.picture(actor, name, query, 'svg');
  }

  /** The table of one chart of the cohort as CSV */
  @Get(':name.csv')
  @Roles('director')
  @TokenScope('outcomes:read')
  @ApiOperation({})
  @CohortChartParam()
  @TableResponse('csv')
  @ProblemResponses(404, 422)
  async csv(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() query: CohortTableQuery,
  ): Promise<StreamableFile> {
    return this.service.table(actor, name, query, 'csv');
  }

  /** The table of one chart of the cohort as an Excel workbook */
  @Get(':name.xlsx')
  @Roles('director')
  @TokenScope('outcomes:read')
  @ApiOperation({})
  @CohortChartParam()
  @TableResponse('xlsx')
  @ProblemResponses(404, 422)
  async workbook(
    @CurrentActor() actor: Actor,
    @Param('name') name: string,
    @Query() query: CohortChartQuery,
  ): Promise<StreamableFile> {
    return this.service.table(actor, name, query, 'xlsx');
  }
}
