import { Injectable } from '@nestjs/common';
import { periodInWords } from '../../domain/calendar/period.js';
import { captioned } from '../../domain/charts/parts/caption.js';
import type { Chart } from '../../domain/charts/parts/chart.js';
import { ChartDrawingService } from '../../drawing/chart-drawing.service.js';
import type { PublishedDocument } from '../../domain/publication/published-document.js';
import { MEDIA_TYPES, type PictureFormat } from '../../drawing/picture.js';
import { Problem } from '../../http/problem.js';
import { dayInWords, localeOf } from '../pages/words.js';
import type { PublishedPictureQuery } from './published-picture.dto.js';
import {
  PublishedCacheService,
  type DocumentAddress,
  type CachedDocument,
} from '../documents/published-cache.service.js';
import { headersOf, PublishedDocumentService } from '../documents/published-document.service.js';
import { jsonBodyOf, responseBodyOf, type PublicResponse } from '../documents/public-response.js';

/** The charts of publications. They are frozen, so each is drawn once. */
@Injectable()
export class PublishedChartService {
  constructor(
    private readonly documents: PublishedDocumentService,
    private readonly cache: PublishedCacheService,
    private readonly drawing: ChartDrawingService,
  ) {}

  /** As a Chart.js configuration. @throws Problem 404 also for a withheld one, 410 for a withdrawn publication. */
  async chart(address: DocumentAddress, name: string): Promise<PublicResponse> {
    const found = await this.documents.find(address);
    const chart = shownChart(found, name);
    const body = await this.cache.body(`${found.id} ${name}`, () => jsonBodyOf(JSON.stringify(chart)));
    return { body, headers: headersOf(address, addressOf(found, name)) };
  }

  /** Drawn. @throws Problem 404 also for a withheld one, 410 for a withdrawn publication, 429 where many wait. */
  async picture(
    address: DocumentAddress,
    name: string,
    { width, theme, layout }: PublishedPictureQuery,
    format: PictureFormat,
  ): Promise<PublicResponse> {
    const found = await this.documents.find(address);
    const chart = shownChart(found, name);
    const key = [found.id, name, format, width, theme, layout].join(' ');
    const body = await this.cache.body(key, async () => {
      const drawn = captioned(chart, captionOf(found.parsed));
      const image = await this.drawing.draw(drawn, { format, width, theme, layout });
      return responseBodyOf(image, MEDIA_TYPES[format]);
    });
    return { body, headers: headersOf(address, addressOf(found, `${name}.${format}`)) };
  }
}

function addressOf({ slug }: CachedDocument, name: string): string {
  return `/v1/published/${slug}/charts/${name}`;
}

function shownChart({ parsed }: CachedDocument, name: string): Chart {
  const found = parsed.charts.find((chart) => chart.name === name);
  if (found === undefined) throw new Problem('not-found', 'This publication has no such chart.');
  if (found.chart !== null) return found.chart;
  throw new Problem('not-found', `This chart is withheld. ${found.withheld?.reason ?? ''}`.trim());
}

/** The line that stays with a picture of a chart: whose it is, of when, and where it can be checked. */
function captionOf(document: PublishedDocument): string {
  const { clinic, period, provenance, id } = document;
  const asOf = dayInWords(provenance.asOf, localeOf(document));
  return `${clinic.name}, started from ${periodInWords(period)}. As of ${asOf}. Publication ${id}.`;
}
