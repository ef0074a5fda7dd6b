import { Injectable } from '@nestjs/common';
import { Environment } from '../../environment.js';
import type { Colours } from './charts.js';
import { definitionsPage } from './definitions-page.js';
import { EMBED_HEADERS, EMBED_SCRIPT, PAGE_HEADERS, STYLE } from './document.js';
import { embedPage, missingEmbed, withdrawnEmbed } from './embed-page.js';
import { missingPage, withdrawnPage } from './notice-page.js';
import { publicationPage } from './publication-page.js';
import { PublishedMemory, type Published } from '../documents/published-memory.service.js';
import { FOR_MINUTES, HTML_TYPE, representationOf, type Answer } from '../documents/representation.js';

/** The pages of the public side; who is told that there is nothing, or not any more, gets a page as well. */
@Injectable()
export class PublishedPageService {
  private readonly style = representationOf(STYLE, 'text/css; charset=utf-8');
  private readonly script = representationOf(EMBED_SCRIPT, 'text/javascript; charset=utf-8');

  constructor(
    private readonly memory: PublishedMemory,
    private readonly environment: Environment,
  ) {}

  async publication(slug: string): Promise<Answer> {
    const found = await this.memory.find({ slug });
    if (found === null) return pageAnswer(404, missingPage());
    if (found.state === 'withdrawn') return pageAnswer(410, withdrawnPage(reasonOf(found)));
    return this.made(`${found.id} page`, PAGE_HEADERS, () =>
      publicationPage(found.said, this.environment.publicUrl ?? ''),
    );
  }

  definitions(version: string): Answer {
    const page = definitionsPage(version);
    return page === null ? pageAnswer(404, missingPage()) : pageAnswer(200, page);
  }

  async embed(slug: string, colours: Colours): Promise<Answer> {
    const found = await this.memory.find({ slug });
    if (found === null) return pageAnswer(404, missingEmbed(colours), EMBED_HEADERS);
    if (found.state === 'withdrawn') {
      return pageAnswer(410, withdrawnEmbed(reasonOf(found).reason, colours), EMBED_HEADERS);
    }
    return this.made(`${found.id} embed ${colours}`, EMBED_HEADERS, () => embedPage(found.said, colours));
  }

  /** What another site's page loads. */
  embedScript(): Answer {
    return { representation: this.script, headers: FOR_MINUTES };
  }

  embedStyle(): Answer {
    return { representation: this.style, headers: FOR_MINUTES };
  }

  private async made(key: string, headers: Record<string, string>, make: () => string): Promise<Answer> {
    const representation = await this.memory.once(key, () => representationOf(make(), HTML_TYPE));
    return { representation, headers: { ...FOR_MINUTES, ...headers } };
  }
}

function pageAnswer(status: number, page: string, headers = PAGE_HEADERS): Answer {
  const representation = representationOf(page, HTML_TYPE);
  return { status, representation, headers: { ...FOR_MINUTES, ...headers } };
}

function reasonOf({ withdrawnReason, endedAt }: Published) {
  return { reason: withdrawnReason ?? '', endedAt };
}
