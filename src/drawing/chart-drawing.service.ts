import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Problem } from '../http/problem.js';
import type { DrawableChart, DrawnPicture, Picture, PictureWanted } from './picture.js';

/** Some seconds of work; more would only wait longer than a person does. */
const MOST_WAITING = 50;
const RETRY_SECONDS = 2;

interface Waiting {
  resolve: (image: Buffer) => void;
  reject: (error: Error) => void;
}

/** Draws charts as pictures on a thread of its own, one after the other, so that requests go on meanwhile. */
@Injectable()
export class ChartDrawing implements OnModuleDestroy {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private drawn = 0;

  /** @throws Problem 429 where too many others wait. */
  async draw(
    { type, data, options, textAlternative }: DrawableChart,
    picture: Picture,
  ): Promise<Buffer> {
    if (this.waiting.size >= MOST_WAITING) throw busy();
    this.worker ??= this.start();
    const id = (this.drawn += 1);
    const wanted: PictureWanted = { id, chart: { type, data, options, textAlternative }, picture };
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker?.postMessage(wanted);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(workerPath());
    // A thread that has nothing to do keeps no process alive.
    worker.unref();
    worker.on('message', (answer: DrawnPicture) => this.settle(answer));
    worker.on('error', (error: Error) => this.giveUp(error));
    worker.on('exit', () => this.giveUp(new Error('The drawing of charts has stopped.')));
    return worker;
  }

  private settle(answer: DrawnPicture): void {
    const one = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('image' in answer) one?.resolve(Buffer.from(answer.image));
    else one?.reject(new Error(answer.error));
  }

  /** Whoever waits is told; the next picture starts a new thread. */
  private giveUp(error: Error): void {
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

function busy(): Problem {
  const detail = `Many charts are being drawn at the moment. Try again in ${RETRY_SECONDS} seconds.`;
  return new Problem('too-many', detail, {}, { 'retry-after': String(RETRY_SECONDS) });
}

/** A thread runs what was compiled, also where the tests run the sources. */
function workerPath(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const root = here.replace(/(dist\/server\/)?src\/drawing\/$/, '');
  return `${root}dist/server/src/drawing/draw.worker.js`;
}
