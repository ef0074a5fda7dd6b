import { Injectable, type StreamableFile } from '@nestjs/common';
import { TransactionService } from '../database/transaction.service.js';
import { captioned } from '../domain/charts/parts/caption.js';
import { ChartDrawingService } from '../drawing/chart-drawing.service.js';
import { pictureFile, tableFile, type TableFormat } from '../drawing/download.js';
import type { PictureFormat } from '../drawing/picture.js';
import type { Actor } from '../staff/sessions/actor.js';
import { ClinicCalendarService } from '../staff/clinic/clinic-calendar.service.js';
import { captionOf } from './cohort-caption.js';
import type { CohortTableQuery, CohortPictureQuery } from './cohort.dto.js';
import { CohortService } from './cohort.service.js';

/** The charts of a cohort as files to download. */
@Injectable()
export class CohortPictureService {
  constructor(
    private readonly cohorts: CohortService,
    private readonly drawing: ChartDrawingService,
    private readonly calendar: ClinicCalendarService,
    private readonly transactions: TransactionService,
  ) {}

  /** @throws Problem 404 for a chart that there is not, 422 for a filter that can't be, 429 where too many wait. */
  async picture(
    actor: Actor,
    name: string,
    { width, theme, ...query }: CohortPictureQuery,
    format: PictureFormat,
  ): Promise<StreamableFile> {
    const chart = await this.cohorts.chart(actor, name, query);
    const today = await this.today(actor);
    const drawn = captioned(chart, captionOf(chart, today));
    const image = await this.drawing.draw(drawn, { format, width, theme });
    return pictureFile(image, fileName(name, today), format);
  }

  /** @throws Problem 404 for a chart that there is not, 422 for a filter that can't be. */
  async table(
    actor: Actor,
    name: string,
    { bom, ...query }: CohortTableQuery,
    format: TableFormat,
  ): Promise<StreamableFile> {
    const { table } = await this.cohorts.chart(actor, name, query);
    return tableFile(table, fileName(name, await this.today(actor)), format, { bom });
  }

  private today(actor: Actor): Promise<string> {
    return this.transactions.run(actor.clinicId, (transaction) => this.calendar.today(transaction, actor));
  }
}

function fileName(chart: string, today: string): string {
  return `cohort-${chart}-${today}`;
}
