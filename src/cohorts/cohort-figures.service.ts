import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { FEWEST_FOR_MODEL } from '../domain/cohort/sets.js';
import type { Tally } from '../domain/cohort/tally/tally.js';
import { WorkerQueue } from '../worker-queue.js';
import { cohortFigures, type CohortFigures, type FiguresJob } from './cohort-figures.js';

/** Answers that are kept: what some directors look at. Each has up to a megabyte or two. */
const MOST_KEPT = 10;

/**
 * Computes the figures of a cohort and draws its charts on a thread of its own: of ten years that takes a tenth of a second,
 * and its model as much again, while requests go on. What was computed lately is kept.
 */
@Injectable()
export class CohortFiguresService implements OnModuleDestroy {
  private readonly queue = new WorkerQueue<FiguresJob, CohortFigures>({
    file: 'cohorts/cohort-figures.worker.js',
    // Some seconds of work; more would only wait longer than a person does.
    mostWaiting: 50,
    busy: 'Many outcomes are being computed at the moment.',
    longest: 60_000,
    tooLong: 'These outcomes took longer than a minute to compute, and were given up; ask for a shorter period.',
  });

  private readonly kept = new LRUCache<string, CohortFigures, () => Promise<FiguresJob>>({
    max: MOST_KEPT,
    fetchMethod: async (_key, _stale, { context: job }) => this.computed(await job()),
    // Whoever asked is answered, also where so many ask that it is not kept.
    ignoreFetchAbort: true,
  });

  /**
   * As of `cohortFigures`; of several who ask for the same at once, one computes.
   * @param question Names everything that the job depends on.
   * @throws Problem 429 where too many others wait.
   */
  async of(question: string, job: () => Promise<FiguresJob>): Promise<CohortFigures> {
    return this.kept.forceFetch(question, { context: job });
  }

  private async computed(job: FiguresJob): Promise<CohortFigures> {
    // Of so few no model is fitted, and a thread takes longer to begin than they take.
    return concludedIn(job.tally) < FEWEST_FOR_MODEL ? cohortFigures(job) : this.queue.run(job);
  }

  async onModuleDestroy(): Promise<void> {
    await this.queue.close();
  }
}

function concludedIn(tally: Tally): number {
  const endings = [...tally.values()].flatMap((sums) => [...sums.endings.values()]);
  return endings.reduce((total, n) => total + n, 0);
}
