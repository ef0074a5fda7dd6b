import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PictureResponse } from '../../drawing/download.js';
import { ChartResponse } from '../../http/chart-response.js';
import { ProblemResponses } from '../../http/openapi.js';
import { ForAnybody } from '../documents/for-anybody.js';
import { PublishedChartService } from './published-chart.service.js';
import { PublishedPictureQuery } from './published-picture.dto.js';
import { PublicChartParam, SlugParam } from '../documents/published-responses.js';
import type { Answer } from '../documents/representation.js';

@ApiTags('Published')
@Controller('v1/published/:slug/charts')
export class PublishedChartController {
  constructor(private readonly service: PublishedChartService) {}

  /** One chart of the current publication of a slug as a PNG picture */
  @Get(':name.png')
  @ForAnybody()
  @ApiOperation({})
  @SlugParam()
  @PublicChartParam()
  @PictureResponse('png')
  @ProblemResponses(404, 410, 422)
  async png(
    @Param('slug') slug: string,
    @Param('name') name: string,
    @Query() query: PublishedPictureQuery,
  ): Promise<Answer> {
    return this.service.picture({ slug }, name, query, 'png');
  }

  /** One chart of the current publication of a slug as an SVG drawing */
  @Get(':name.svg')
  @ForAnybody()
  @ApiOperation({})
  @SlugParam()
  @PublicChartParam()
  @PictureResponse('svg')
  @ProblemResponses(404, 410, 422)
  async svg(
    @Param('slug') slug: string,
    @Param('name') name: string,
    @Query() query: PublishedPictureQuery,
  ): Promise<Answer> {
    return this.service.picture({ slug }, name, query, 'svg');
  }

  /** One chart of the current publication of a slug as a Chart.js configuration */
  @Get(':name')
  @ForAnybody()
  @ApiOperation({})
  @SlugParam()
  @PublicChartParam()
  @ChartResponse()
  @ProblemResponses(404, 410)
  async chart(@Param('slug') slug: string, @Param('name') name: string): Promise<Answer> {
    return this.service.chart({ slug }, name);
  }
}
