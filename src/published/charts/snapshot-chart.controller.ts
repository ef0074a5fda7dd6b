import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PictureResponse } from '../../drawing/download.js';
import { ChartResponse } from '../../http/chart-response.js';
import { ProblemResponses } from '../../http/openapi.js';
import { ForAnybody } from '../documents/for-anybody.js';
import { PublishedChartService } from './published-chart.service.js';
import { PublishedPictureQuery } from './published-picture.dto.js';
import { PublicChartParam, SnapshotParam } from '../documents/published-responses.js';
import type { Answer } from '../documents/representation.js';

@ApiTags('Published')
@Controller('v1/published/snapshots/:id/charts')
export class SnapshotChartController {
  constructor(private readonly service: PublishedChartService) {}

  /** One chart of one publication as a PNG picture */
  @Get(':name.png')
  @ForAnybody()
  @ApiOperation({})
  @SnapshotParam()
  @PublicChartParam()
  @PictureResponse('png')
  @ProblemResponses(404, 410, 422)
  async png(
    @Param('id') id: string,
    @Param('name') name: string,
    @Query() query: PublishedPictureQuery,
  ): Promise<Answer> {
    return this.service.picture({ id }, name, query, 'png');
  }

  /** One chart of one publication as an SVG drawing */
  @Get(':name.svg')
  @ForAnybody()
  @ApiOperation({})
  @SnapshotParam()
  @PublicChartParam()
  @PictureResponse('svg')
  @ProblemResponses(404, 410, 422)
  async svg(
    @Param('id') id: string,
    @Param('name') name: string,
    @Query() query: PublishedPictureQuery,
  ): Promise<Answer> {
    return this.service.picture({ id }, name, query, 'svg');
  }

  /** One chart of one publication as a Chart.js configuration */
  @Get(':name')
  @ForAnybody()
  @ApiOperation({})
  @SnapshotParam()
  @PublicChartParam()
  @ChartResponse()
  @ProblemResponses(404, 410)
  async chart(@Param('id') id: string, @Param('name') name: string): Promise<Answer> {
    return this.service.chart({ id }, name);
  }
}
