import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Cohort } from '../domain/cohort/cohort.js';
import { modelInput, type ModelInput } from '../domain/cohort/model-based.js';
import type { NormalModel } from '../domain/statistics/normal-model.js';
import { WorkerQueue } from '../worker-queue.js';

/** Fits the model of a cohort on a thread of its own: its steps can take tenths of a second, while requests go on. */
@Injectable()
export class ModelService implements OnModuleDestroy {
  private readonly queue = new WorkerQueue<ModelInput, NormalModel | null>({
    file: 'cohorts/model.worker.js',
    // Some seconds of work; more would only wait longer than a person does.
    mostWaiting: 50,
    busy: 'Many outcomes are being computed at the moment.',
  });

  /** As of `fittedModel`. @throws Problem 429 where too many others wait. */
  async fit(cohort: Cohort): Promise<NormalModel | null> {
    const input = modelInput(cohort);
    return input && this.queue.run(input);
  }

  async onModuleDestroy(): Promise<void> {
    await this.queue.close();
  }
}
