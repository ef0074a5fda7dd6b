import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ForAnybody } from '../documents/for-anybody.js';
import { EmbedQuery } from '../embed/embed.dto.js';
import { PublishedPageService } from './published-page.service.js';
import type { Answer } from '../documents/representation.js';

/** For people and for other sites' pages, so not part of the API's document. */
@ApiExcludeController()
@Controller()
export class PublishedPageController {
  constructor(private readonly service: PublishedPageService) {}

  @Get('published/definitions/:version')
  @ForAnybody()
  definitions(@Param('version') version: string): Answer {
    return this.service.definitions(version);
  }

  @Get('published/:slug')
  @ForAnybody()
  async publication(@Param('slug') slug: string): Promise<Answer> {
    return this.service.publication(slug);
  }

  @Get('embed/:slug')
  @ForAnybody()
  async embed(@Param('slug') slug: string, @Query() { colours }: EmbedQuery): Promise<Answer> {
    return this.service.embed(slug, colours);
  }

  @Get('embed.js')
  @ForAnybody()
  script(): Answer {
    return this.service.embedScript();
  }

  @Get('embed.css')
  @ForAnybody()
  style(): Answer {
    return this.service.embedStyle();
  }
}
