import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PublicResponse } from '../documents/public-response.js';
import { PublicRoute } from '../documents/public-route.js';
import { PublishedPageService } from './published-page.service.js';

/** For people, so not part of the API's document. */
@ApiExcludeController()
@Controller('published')
export class PublishedPageController {
  constructor(private readonly service: PublishedPageService) {}

  @Get('definitions/:version')
  @PublicRoute()
  definitions(@Param('version') version: string): PublicResponse {
    return this.service.definitions(version);
  }

  @Get(':slug')
  @PublicRoute()
  async publication(@Param('slug') slug: string): Promise<PublicResponse> {
    return this.service.publication(slug);
  }
}
