import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { WorkerQueue } from '../worker-queue.js';
import type { DrawableChart, Picture, PictureWanted } from './picture.js';

/** Draws charts as pictures on a thread of its own, one after the other, so that requests go on meanwhile. */
@Injectable()
export class ChartDrawingService implements OnModuleDestroy {
  private readonly queue = new WorkerQueue<PictureWanted, Uint8Array>({
    file: 'drawing/draw.worker.js',
    // Some seconds of work; more would only wait longer than a person does.
    mostWaiting: 50,
    busy: 'Many charts are being drawn at the moment.',
    longest: 20_000,
    tooLong: 'This chart took longer than 20 seconds to draw, and was given up.',
  });

  /** @throws Problem 429 where too many others wait. */
  async draw({ type, data, options, textAlternative }: DrawableChart, picture: Picture): Promise<Buffer> {
    const chart = { type, data, options, textAlternative };
    return Buffer.from(await this.queue.run({ chart, picture }));
  }

  async onModuleDestroy(): Promise<void> {
    await this.queue.close();
  }
}
