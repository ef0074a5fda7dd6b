import { Injectable } from '@nestjs/common';
import { TenantTransaction, type Transaction } from '../../database/tenant-transaction.js';
import { PublishedChanges } from './published-changes.js';

/** Changes what anybody may read: once it is committed, no copy in memory outlives it. */
@Injectable()
export class PublicChange {
  constructor(
    private readonly transactions: TenantTransaction,
    private readonly changes: PublishedChanges,
  ) {}

  async run<T>(clinicId: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const answer = await this.transactions.run(clinicId, work);
    this.changes.note();
    return answer;
  }
}
