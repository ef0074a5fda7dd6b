import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { FEWEST_FOR_MODEL } from '../domain/cohort/sets.js';
import type { Tally } from '../domain/cohort/tally/tally.js';
import { WorkerQueue } from '../worker-queue.js';
import { cohortFigures, type CohortFigures, type FiguresJob } from './cohort-figures.js';

/**
 * Computes the figures of a cohort and draws its charts on a thread of its own: of ten years that takes a tenth of a second,
 * and its model as much again, while requests go on.
 */
@Injectable()
export class CohortFiguresService implements OnModuleDestroy {
  private readonly queue = new WorkerQueue<FiguresJob, CohortFigures>({
    file: 'cohorts/cohort-figures.worker.js',
    // Some seconds of work; more would only wait longer than a person does.
    mostWaiting: 50,
    busy: 'Many outcomes are being computed at the moment.',
  });

  /** As of `cohortFigures`. @throws Problem 429 where too many others wait. */
  async of(job: FiguresJob): Promise<CohortFigures> {
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
