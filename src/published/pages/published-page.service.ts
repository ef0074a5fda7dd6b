import { Injectable } from '@nestjs/common';
import { Environment } from '../../environment.js';
import { htmlBodyOf, type PublicResponse } from '../documents/public-response.js';
import { PublishedCacheService } from '../documents/published-cache.service.js';
import { definitionsPage } from './definitions-page.js';
import { missingPage, withdrawnPage } from './notice-page.js';
import { PAGE_HEADERS } from './page-layout.js';
import { pageResponse } from './page-response.js';
import { publicationPage } from './publication-page.js';

/** The pages of the public side; where there is nothing, or not any more, a page says so. */
@Injectable()
export class PublishedPageService {
  constructor(
    private readonly cache: PublishedCacheService,
    private readonly environment: Environment,
  ) {}

  async publication(slug: string): Promise<PublicResponse> {
    const found = await this.cache.find({ slug });
    if (found === null) return notice(404, missingPage());
    if (found.state === 'withdrawn') return notice(410, withdrawnPage(found));
    const { publicUrl } = this.environment;
    const make = () => htmlBodyOf(publicationPage(found.parsed, publicUrl ?? ''));
    return pageResponse(await this.cache.body(`${found.id} page`, make), PAGE_HEADERS);
  }

  definitions(version: string): PublicResponse {
    const page = definitionsPage(version);
    return page === null ? notice(404, missingPage()) : notice(200, page);
  }
}

function notice(status: number, page: string): PublicResponse {
  return pageResponse(htmlBodyOf(page), PAGE_HEADERS, status);
}
