import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
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
  async embed(@Param('slug') slug: string, @Query() query: EmbedQuery): Promise<PublicResponse> {
    return this.service.embed(slug, query);
  }

  @Get('embed.js')
  @PublicRoute()
  async script(@Req() { protocol, host }: FastifyRequest): Promise<PublicResponse> {
    return this.service.scriptFile(`${protocol}://${host}`);
  }

  @Get('embed.css')
  @PublicRoute()
  style(): PublicResponse {
    return this.service.styleFile();
  }
}
