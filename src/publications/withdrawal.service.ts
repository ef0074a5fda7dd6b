import { Injectable } from '@nestjs/common';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { notFound, Problem } from '../http/problem.js';
import type { Actor } from '../staff/actor.js';
import type { WithdrawalRequest } from './publication-detail.dto.js';
import { toPublicationResponse, type PublicationResponse } from './publication.dto.js';
import { PublicationRepository } from './publication.repository.js';
import { PublishedChanges } from './published-changes.js';
import { PublishedSnapshotRepository } from './published-snapshot.repository.js';

/** Takes back what was published, in public and with the reason. */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly transactions: TenantTransaction,
    private readonly publications: PublicationRepository,
    private readonly snapshots: PublishedSnapshotRepository,
    private readonly changes: PublishedChanges,
  ) {}

  /** @throws Problem 404, 409 for what is not public now. */
  async withdraw(
    { clinicId, staffId, at, requestId }: Actor,
    id: string,
    { reason }: WithdrawalRequest,
  ): Promise<PublicationResponse> {
    const answer = await this.transactions.run(clinicId, async (transaction) => {
      const before = await this.publications.findLocked(transaction, clinicId, id);
      if (!before) throw notFound('publication');
      if (before.state !== 'approved') {
        const detail = `This publication is ${before.state}; only one that is approved is withdrawn.`;
        throw new Problem('conflict', detail);
      }
      await this.publications.update(transaction, {
        ...{ ...before, state: 'withdrawn', version: before.version + 1, requestId },
        ...{ withdrawnBy: staffId, withdrawnAt: at, withdrawnReason: reason },
      });
      await this.snapshots.withdraw(transaction, id, { endedAt: at, withdrawnReason: reason });
      const row = await this.publications.find(transaction, clinicId, id);
      if (!row) throw notFound('publication');
      return toPublicationResponse(row);
    });
    this.changes.note();
    return answer;
  }
}
