import { Injectable } from '@nestjs/common';
import { captioned } from '../../domain/charts/parts/caption.js';
import type { Chart } from '../../domain/charts/parts/chart.js';
import { ChartDrawing } from '../../drawing/chart-drawing.service.js';
import type { PictureFormat } from '../../drawing/picture.js';
import { Problem } from '../../http/problem.js';
import { captionOf } from './published-caption.js';
import type { PublishedPictureQuery } from './published-picture.dto.js';
import { PublishedMemory, type Address, type Published } from '../documents/published-memory.service.js';
import { headersOf, PublishedService } from '../documents/published.service.js';
import { JSON_TYPE, representationOf, type Answer } from '../documents/representation.js';

const MEDIA_TYPES: Readonly<Record<PictureFormat, string>> = {
  png: 'image/png',
  svg: 'image/svg+xml',
};

/** The charts of publications. They are frozen, so each is drawn once. */
@Injectable()
export class PublishedChartService {
  constructor(
    private readonly published: PublishedService,
    private readonly memory: PublishedMemory,
    private readonly drawing: ChartDrawing,
  ) {}

  /** As a Chart.js configuration. @throws Problem 404 also for a withheld one, 410 for a withdrawn publication. */
  async chart(address: Address, name: string): Promise<Answer> {
    const found = await this.published.standing(address);
    const chart = shownChart(found, name);
    const representation = await this.memory.once(`${found.id} ${name}`, () =>
      representationOf(JSON.stringify(chart), JSON_TYPE),
    );
    return { representation, headers: headersOf(address, addressOf(found, name)) };
  }

  /** Drawn. @throws Problem 404 also for a withheld one, 410 for a withdrawn publication, 429 where many wait. */
  async picture(
    address: Address,
    name: string,
    { width, theme, layout }: PublishedPictureQuery,
    format: PictureFormat,
  ): Promise<Answer> {
    const found = await this.published.standing(address);
    const chart = shownChart(found, name);
    const key = [found.id, name, format, width, theme, layout].join(' ');
    const representation = await this.memory.once(key, async () => {
      const drawn = captioned(chart, captionOf(found.said));
      const image = await this.drawing.draw(drawn, { format, width, theme, layout });
      return representationOf(image, MEDIA_TYPES[format]);
    });
    return { representation, headers: headersOf(address, addressOf(found, `${name}.${format}`)) };
  }
}

function addressOf({ slug }: Published, name: string): string {
  return `/v1/published/${slug}/charts/${name}`;
}

function shownChart({ said }: Published, name: string): Chart {
  const found = said.charts.find((chart) => chart.name === name);
  if (found === undefined) throw new Problem('not-found', 'This publication has no such chart.');
  if (found.chart !== null) return found.chart;
  throw new Problem('not-found', `This chart is withheld. ${found.withheld?.reason ?? ''}`.trim());
}
