import { Injectable } from '@nestjs/common';
import { CACHED_FOR_MINUTES, htmlBodyOf, responseBodyOf, type PublicResponse } from '../documents/public-response.js';
import { PublishedCacheService } from '../documents/published-cache.service.js';
import { EMBED_HEADERS, EMBED_SCRIPT, STYLE, type ColorScheme } from '../pages/page-layout.js';
import { pageResponse } from '../pages/page-response.js';
import { embedPage, missingEmbed, withdrawnEmbed } from './embed-page.js';

/** What other sites show of a publication; where there is nothing, or not any more, the embed says so. */
@Injectable()
export class EmbedService {
  private readonly style = responseBodyOf(STYLE, 'text/css; charset=utf-8');
  private readonly script = responseBodyOf(EMBED_SCRIPT, 'text/javascript; charset=utf-8');

  constructor(private readonly cache: PublishedCacheService) {}

  async embed(slug: string, colours: ColorScheme): Promise<PublicResponse> {
    const found = await this.cache.find({ slug });
    if (found === null) return notice(404, missingEmbed(colours));
    if (found.state === 'withdrawn') return notice(410, withdrawnEmbed(found.withdrawnReason ?? '', colours));
    const make = () => htmlBodyOf(embedPage(found.parsed, colours));
    return pageResponse(await this.cache.body(`${found.id} embed ${colours}`, make), EMBED_HEADERS);
  }

  /** What another site's page loads. */
  scriptFile(): PublicResponse {
    return { body: this.script, headers: CACHED_FOR_MINUTES };
  }

  styleFile(): PublicResponse {
    return { body: this.style, headers: CACHED_FOR_MINUTES };
  }
}

function notice(status: number, page: string): PublicResponse {
  return pageResponse(htmlBodyOf(page), EMBED_HEADERS, status);
}
