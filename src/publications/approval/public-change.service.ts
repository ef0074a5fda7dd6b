import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { PublishedChanges } from './published-changes.js';

/** Changes what anybody may read: once it is committed, no copy in memory outlives it. */
@Injectable()
export class PublicChange {
  constructor(
    private readonly transactions: TransactionService,
    private readonly changes: PublishedChanges,
  ) {}

  async run<T>(clinicId: string, work: (transaction: ClinicTransaction) => Promise<T>): Promise<T> {
    const answer = await this.transactions.run(clinicId, work);
    this.changes.note();
    return answer;
  }
}
