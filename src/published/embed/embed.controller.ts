import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PublicResponse } from '../documents/public-response.js';
import { PublicRoute } from '../documents/public-route.js';
import { EmbedQuery } from './embed.dto.js';
import { EmbedService } from './embed.service.js';

/** For other sites' pages, so not part of the API's document. */
@ApiExcludeController()
@Controller()
export class EmbedController {
  constructor(private readonly service: EmbedService) {}

  @Get('embed/:slug')
  @PublicRoute()
  async embed(@Param('slug') slug: string, @Query() { colours }: EmbedQuery): Promise<PublicResponse> {
    return this.service.embed(slug, colours);
  }

  @Get('embed.js')
  @PublicRoute()
  script(): PublicResponse {
    return this.service.scriptFile();
  }

  @Get('embed.css')
  @PublicRoute()
  style(): PublicResponse {
    return this.service.styleFile();
  }
}
