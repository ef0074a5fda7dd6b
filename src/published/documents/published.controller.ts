import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemResponses } from '../../http/openapi.js';
import { ForAnybody } from './for-anybody.js';
import { PublishedPage, PublishedPageQuery } from './published.dto.js';
import { DocumentResponse, FiguresCsvResponse, SlugParam } from './published-responses.js';
import { PublishedService } from './published.service.js';
import type { Answer } from './representation.js';

@ApiTags('Published')
@Controller('v1/published')
export class PublishedController {
  constructor(private readonly service: PublishedService) {}

  /** The current publications of this server, by slug */
  @Get()
  @ForAnybody()
  @ApiOperation({})
  @ApiOkResponse({ type: PublishedPage })
  @ProblemResponses(400, 422)
  async list(@Query() query: PublishedPageQuery): Promise<Answer> {
    return this.service.list(query);
  }

  /** Ladder and figures of the current publication of a slug as CSV */
  @Get(':slug.csv')
  @ForAnybody()
  @ApiOperation({})
  @SlugParam()
  @FiguresCsvResponse()
  @ProblemResponses(404, 410)
  async csv(@Param('slug') slug: string): Promise<Answer> {
    return this.service.csv({ slug });
  }

  /** The current publication of a slug, as it was signed */
  @Get(':slug')
  @ForAnybody()
  @ApiOperation({})
  @SlugParam()
  @DocumentResponse()
  @ProblemResponses(404, 410)
  async current(@Param('slug') slug: string): Promise<Answer> {
    return this.service.document({ slug });
  }
}
