import { parentPort, Worker } from 'node:worker_threads';
import { Problem } from './http/problem.js';

const RETRY_SECONDS = 2;

interface Asked<Job> {
  id: number;
  job: Job;
}
type Answered<Answer> = { id: number; answer: Answer } | { id: number; error: string };

interface Waiting<Answer> {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/** What a thread runs, and how many may wait for it. */
export interface ThreadOptions {
  /** Path from src, e.g. `drawing/draw.worker.js`. */
  file: string;
  mostWaiting: number;
  /** What whoever comes when so many wait is told, as a sentence. */
  busy: string;
}

/** A thread of its own for work that takes long: one job after the other, while requests go on. */
export class OwnThread<Job, Answer> {
  private readonly waiting = new Map<number, Waiting<Answer>>();
  private worker: Worker | null = null;
  private asked = 0;

  constructor(private readonly options: ThreadOptions) {}

  /** @throws Problem 429 where too many others wait; an error where the job fails or the thread ends. */
  async do(job: Job): Promise<Answer> {
    const { mostWaiting, busy } = this.options;
    if (this.waiting.size >= mostWaiting) {
      const detail = `${busy} Try again in ${RETRY_SECONDS} seconds.`;
      throw new Problem('too-many', detail, {}, { 'retry-after': String(RETRY_SECONDS) });
    }
    const worker = (this.worker ??= this.start());
    const id = (this.asked += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, job } satisfies Asked<Job>);
    });
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(new URL(this.options.file, import.meta.url));
    // A thread that has nothing to do keeps no process alive.
    worker.unref();
    worker.on('message', (answered: Answered<Answer>) => this.settle(answered));
    worker.on('error', (error: Error) => this.giveUp(error));
    worker.on('exit', () => this.giveUp(new Error(`${this.options.file} has stopped.`)));
    return worker;
  }

  private settle(answered: Answered<Answer>): void {
    const one = this.waiting.get(answered.id);
    this.waiting.delete(answered.id);
    if ('answer' in answered) one?.resolve(answered.answer);
    else one?.reject(new Error(answered.error));
  }

  /** Whoever waits is told; the next job starts a new thread. */
  private giveUp(error: Error): void {
    this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** On such a thread: does what is asked, one after the other. */
export function answerEach<Job, Answer>(answerTo: (job: Job) => Answer): void {
  parentPort?.on('message', ({ id, job }: Asked<Job>) => {
    parentPort?.postMessage(answered(id, () => answerTo(job)));
  });
}

function answered<Answer>(id: number, work: () => Answer): Answered<Answer> {
  try {
    return { id, answer: work() };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
