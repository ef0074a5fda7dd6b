import type { CsvQuery } from '../../http/csv.dto.js';
import { Injectable, type StreamableFile } from '@nestjs/common';
import { captioned } from '../../domain/charts/parts/caption.js';
import { ChartDrawingService } from '../../drawing/chart-drawing.service.js';
import { pictureFile, tableFile, type TableFormat } from '../../drawing/download.js';
import type { PictureQuery } from '../../drawing/picture.dto.js';
import type { PictureFormat } from '../../drawing/picture.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { OutcomeService } from './outcome.service.js';
import { dateInWords } from '../../domain/calendar/date-words.js';

/** The chart of a course as files to download. */
@Injectable()
export class CoursePictureService {
  constructor(
    private readonly outcomes: OutcomeService,
    private readonly drawing: ChartDrawingService,
  ) {}

  /** @throws Problem 404 for a course that there is not, 429 where too many wait. */
  async picture(
    actor: Actor,
    courseId: string,
    { width, theme }: PictureQuery,
    format: PictureFormat,
  ): Promise<StreamableFile> {
    const { chart, title, today } = await this.outcomes.titledTrajectory(actor, courseId);
    const drawn = captioned(chart, `As of ${dateInWords(today)}.`);
    const image = await this.drawing.draw(drawn, { format, width, theme });
    return pictureFile(image, `${title} ${today}`, format);
  }

  /** @throws Problem 404 for a course that there is not. */
  async table(actor: Actor, courseId: string, format: TableFormat, how?: CsvQuery): Promise<StreamableFile> {
    const { chart, title, today } = await this.outcomes.titledTrajectory(actor, courseId);
    return tableFile(chart.table, `${title} ${today}`, format, how);
  }
}
