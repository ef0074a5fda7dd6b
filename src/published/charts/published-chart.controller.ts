import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PictureResponse } from '../../drawing/download.js';
import type { ChartJson } from '../../http/chart-json.js';
import { ProblemResponses } from '../../http/openapi.js';
import { PublicRoute } from '../documents/public-route.js';
import { PublishedChartService } from './published-chart.service.js';
import { PublishedPictureQuery } from './published-picture.dto.js';
import { DocumentIdParam, PublicChartParam, SlugParam } from '../documents/published-document-responses.js';
import type { PublicResponse } from '../documents/public-response.js';

@ApiTags('Published')
@Controller('v1/published')
export class PublishedChartController {
  constructor(private readonly service: PublishedChartService) {}

  /** One chart of the current publication of a slug as a PNG picture */
  @Get(':slug/charts/:name.png')
  @PublicRoute()
  @ApiOperation({})
  @SlugParam()
  @PublicChartParam()
  @PictureResponse('png')
  @ProblemResponses(404, 410, 422)
  async currentPng(
    @Param('slug') slug: string,
    @Param('name') name: string,
    @Query() query: PublishedPictureQuery,
  ): Promise<PublicResponse> {
    return this.service.picture({ slug }, name, query, 'png');
  }

  /** One chart of the current publication of a slug as an SVG drawing */
  @Get(':slug/charts/:name.svg')
  @PublicRoute()
  @ApiOperation({})
  @SlugParam()
  @PublicChartParam()
  @PictureResponse('svg')
  @ProblemResponses(404, 410, 422)
  async currentSvg(
    @Param('slug') slug: string,
    @Param('name') name: string,
    @Query() query: PublishedPictureQuery,
  ): Promise<PublicResponse> {
    return this.service.picture({ slug }, name, query, 'svg');
  }

  /** One chart of the current publication of a slug as a Chart.js configuration */
  @Get(':slug/charts/:name')
  @PublicRoute()
  @ApiOperation({})
  @SlugParam()
  @PublicChartParam()
  @ProblemResponses(404, 410)
  async currentChart(@Param('slug') slug: string, @Param('name') name: string): Promise<PublicResponse<ChartJson>> {
    return this.service.chart({ slug }, name);
  }

  /** One chart of one publication as a PNG picture */
  @Get('snapshots/:id/charts/:name.png')
  @PublicRoute()
  @ApiOperation({})
  @DocumentIdParam()
  @PublicChartParam()
  @PictureResponse('png')
  @ProblemResponses(404, 410, 422)
  async png(
    @Param('id') id: string,
    @Param('name') name: string,
    @Query() query: PublishedPictureQuery,
  ): Promise<PublicResponse> {
    return this.service.picture({ id }, name, query, 'png');
  }

  /** One chart of one publication as an SVG drawing */
  @Get('snapshots/:id/charts/:name.svg')
  @PublicRoute()
  @ApiOperation({})
  @DocumentIdParam()
  @PublicChartParam()
  @PictureResponse('svg')
  @ProblemResponses(404, 410, 422)
  async svg(
    @Param('id') id: string,
    @Param('name') name: string,
    @Query() query: PublishedPictureQuery,
  ): Promise<PublicResponse> {
    return this.service.picture({ id }, name, query, 'svg');
  }

  /** One chart of one publication as a Chart.js configuration */
  @Get('snapshots/:id/charts/:name')
  @PublicRoute()
  @ApiOperation({})
  @DocumentIdParam()
  @PublicChartParam()
  @ProblemResponses(404, 410)
  async chart(@Param('id') id: string, @Param('name') name: string): Promise<PublicResponse<ChartJson>> {
    return this.service.chart({ id }, name);
  }
}
