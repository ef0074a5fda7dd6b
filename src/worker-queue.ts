import { parentPort, Worker } from 'node:worker_threads';
import { Problem } from './http/problem.js';

const RETRY_SECONDS = 2;

interface Asked<Job> {
  id: number;
  job: Job;
}
type Answered<Answer> = { id: number; answer: Answer } | { id: number; error: string };

interface Waiting<Job, Answer> {
  job: Job;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

/** What the worker runs, and how many may wait for it. */
export interface WorkerQueueOptions {
  /** Path from src, e.g. `drawing/draw.worker.js`. */
  file: string;
  mostWaiting: number;
  /** What is said when so many wait, as a sentence. */
  busy: string;
  /** Milliseconds that one job may take; then its thread is ended. */
  longest: number;
  /** What is said then, as a sentence. */
  tooLong: string;
}

/**
 * A worker thread for work that takes long: one job after the other, while requests go on. Not of piscina: where its
 * worker can't start, waiting callers are never answered.
 */
export class WorkerQueue<Job, Answer> {
  /** In the order in which they are done; the first is under way. */
  private readonly waiting = new Map<number, Waiting<Job, Answer>>();
  private worker: Worker | null = null;
  private timer: NodeJS.Timeout | undefined;
  private asked = 0;

  constructor(private readonly options: WorkerQueueOptions) {}

  /** @throws Problem 429 where too many others wait; 503 where the job takes too long; an error where it fails or the thread ends. */
  async run(job: Job): Promise<Answer> {
    const { mostWaiting, busy } = this.options;
    if (this.waiting.size >= mostWaiting) {
      const detail = `${busy} Try again in ${RETRY_SECONDS} seconds.`;
      throw new Problem('too-many', detail, {}, { 'retry-after': String(RETRY_SECONDS) });
    }
    const worker = (this.worker ??= this.start());
    const id = (this.asked += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { job, resolve, reject });
      worker.postMessage({ id, job } satisfies Asked<Job>);
      if (this.waiting.size === 1) this.watch();
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(new URL(this.options.file, import.meta.url));
    // A thread that has nothing to do keeps no process alive.
    worker.unref();
    worker.on('message', (answered: Answered<Answer>) => this.settle(answered));
    worker.on('error', (error: Error) => this.fail(error));
    worker.on('exit', () => this.fail(new Error(`${this.options.file} has stopped.`)));
    return worker;
  }

  private settle(answered: Answered<Answer>): void {
    const one = this.waiting.get(answered.id);
    this.waiting.delete(answered.id);
    this.watch();
    if ('answer' in answered) one?.resolve(answered.answer);
    else one?.reject(new Error(answered.error));
  }

  /** Gives the job that is first now its time. */
  private watch(): void {
    clearTimeout(this.timer);
    if (this.waiting.size > 0) this.timer = setTimeout(() => this.giveUp(), this.options.longest).unref();
  }

  /** Ends the thread of a job that takes too long. Those behind it are done on another thread. */
  private giveUp(): void {
    const [first, ...others] = this.waiting;
    this.worker?.removeAllListeners();
    void this.worker?.terminate();
    this.worker = null;
    if (!first) return;
    const [id, { reject }] = first;
    this.waiting.delete(id);
    reject(new Problem('unavailable', this.options.tooLong, {}, { 'retry-after': String(RETRY_SECONDS) }));
    for (const [other, { job }] of others) {
      this.worker ??= this.start();
      this.worker.postMessage({ id: other, job } satisfies Asked<Job>);
    }
    this.watch();
  }

  /** All who wait get the error; the next job starts a new worker. */
  private fail(error: Error): void {
    this.worker = null;
    clearTimeout(this.timer);
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** In the worker: does what is asked, one after the other. */
export function handleJobs<Job, Answer>(handle: (job: Job) => Answer): void {
  parentPort?.on('message', ({ id, job }: Asked<Job>) => {
    parentPort?.postMessage(answered(id, () => handle(job)));
  });
}

function answered<Answer>(id: number, work: () => Answer): Answered<Answer> {
  try {
    return { id, answer: work() };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
