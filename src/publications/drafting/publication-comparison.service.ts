import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import type { Refusal } from '../../domain/disclosure/refusal.js';
import { WorkerQueue } from '../../worker-queue.js';
import { toRows, type Counted } from '../document/counted-courses.js';
import {
  PublishedDocumentRepository,
  type ApprovedCounts,
  type CountedRows,
} from '../document/published-document.repository.js';

/** What is held against all that was public before. */
export interface Comparison {
  candidate: CountedRows;
  earlier: readonly ApprovedCounts[];
}

/** Compares publications on a thread of its own: beside twenty earlier ones of thousands of courses it takes seconds. */
@Injectable()
export class PublicationComparisonService implements OnModuleDestroy {
  private readonly queue = new WorkerQueue<Comparison, Refusal | null>({
    file: 'publications/drafting/differencing.worker.js',
    // Each holds a connection to the database while it waits.
    mostWaiting: 4,
    busy: 'Several publications are being compared with earlier ones at the moment.',
  });

  constructor(private readonly documents: PublishedDocumentRepository) {}

  /**
   * @returns Why it must not be public beside what the clinic published before, or null.
   * @throws Problem 429 where too many others wait; an error where the comparison fails, which is never a null.
   */
  async refusal(transaction: ClinicTransaction, counted: Counted): Promise<Refusal | null> {
    const earlier = await this.documents.listCounts(transaction);
    if (earlier.length === 0) return null;
    return this.queue.run({ candidate: toRows(counted), earlier });
  }

  async onModuleDestroy(): Promise<void> {
    await this.queue.close();
  }
}
