import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../../http/openapi.js';
import { ForAnybody } from './for-anybody.js';
import { DocumentResponse, FiguresCsvResponse, SnapshotParam } from './published-responses.js';
import { PublishedService } from './published.service.js';
import type { Answer } from './representation.js';

@ApiTags('Published')
@Controller('v1/published/snapshots')
export class SnapshotController {
  constructor(private readonly service: PublishedService) {}

  /** Ladder and figures of one publication as CSV */
  @Get(':id.csv')
  @ForAnybody()
  @ApiOperation({})
  @SnapshotParam()
  @FiguresCsvResponse()
  @ProblemResponses(404, 410)
  async csv(@Param('id') id: string): Promise<Answer> {
    return this.service.csv({ id });
  }

  /** One publication as it was signed, which never changes */
  @Get(':id')
  @ForAnybody()
  @ApiOperation({})
  @SnapshotParam()
  @DocumentResponse()
  @ProblemResponses(404, 410)
  async snapshot(@Param('id') id: string): Promise<Answer> {
    return this.service.document({ id });
  }
}
