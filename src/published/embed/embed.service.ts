import { Injectable } from '@nestjs/common';
import { Environment } from '../../environment.js';
import { CACHED_FOR_MINUTES, htmlBodyOf, responseBodyOf, type PublicResponse } from '../documents/public-response.js';
import { PublishedCacheService } from '../documents/published-cache.service.js';
import { EMBED_HEADERS, EMBED_SCRIPT, STYLE } from '../pages/page-layout.js';
import { pageResponse } from '../pages/page-response.js';
import type { EmbedQuery } from './embed.dto.js';
import { embedPage, missingEmbed, withdrawnEmbed } from './embed-page.js';

/** In `embed.js`, where the address of this service belongs. */
const SERVICE = 'https://service.invalid';
const PIXELS_PER_REM = 16;

/** What other sites show of a publication; where there is nothing, or not any more, the embed says so. */
@Injectable()
export class EmbedService {
  private readonly style = responseBodyOf(inPixels(STYLE), 'text/css; charset=utf-8');

  constructor(
    private readonly cache: PublishedCacheService,
    private readonly environment: Environment,
  ) {}

  async embed(slug: string, { colors: asked, colours, layout, figures, locale }: EmbedQuery): Promise<PublicResponse> {
    const colors = asked ?? colours ?? 'auto';
    const found = await this.cache.find({ slug });
    if (found === null) return notice(404, missingEmbed(colors));
    if (found.state === 'withdrawn') return notice(410, withdrawnEmbed(found.withdrawnReason ?? '', colors));
    const choice = { colors, layout, figures: figures?.split(',') ?? null, locale: locale ?? null };
    const key = `${found.id} embed ${JSON.stringify(choice)}`;
    const make = () => htmlBodyOf(embedPage(found.parsed, choice));
    return pageResponse(await this.cache.body(key, make), EMBED_HEADERS);
  }

  /** What another site's page loads. @param asked The origin it was asked for at, where no setting says it. */
  async scriptFile(asked: string): Promise<PublicResponse> {
    const { origin } = new URL(this.environment.publicUrl ?? asked);
    const make = () => responseBodyOf(EMBED_SCRIPT.replace(SERVICE, origin), 'text/javascript; charset=utf-8');
    return { body: await this.cache.body(`embed.js ${origin}`, make), headers: CACHED_FOR_MINUTES };
  }

  styleFile(): PublicResponse {
    return { body: this.style, headers: CACHED_FOR_MINUTES };
  }
}

/** On another site's page a rem is as large as that site's root, 10 pixels on many. */
function inPixels(style: string): string {
  return style.replace(/(\d*\.?\d+)rem\b/g, (_rem, number: string) => `${Number(number) * PIXELS_PER_REM}px`);
}

function notice(status: number, page: string): PublicResponse {
  return pageResponse(htmlBodyOf(page), EMBED_HEADERS, status);
}
