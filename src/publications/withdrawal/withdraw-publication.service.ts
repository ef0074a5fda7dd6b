import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { Clock } from '../../clock.js';
import { TransactionService } from '../../database/transaction.service.js';
import { notFound, Problem } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { PublishedDocumentRepository } from '../document/published-document.repository.js';
import { toPublicationResponse, type PublicationResponse } from '../publication.dto.js';
import { PublicationRepository } from '../publication.repository.js';
import type { WithdrawalRequest } from './withdrawal.dto.js';

/** Takes back what was published, in public and with the reason. */
@Injectable()
export class WithdrawPublicationService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly clock: Clock,
    private readonly publications: PublicationRepository,
    private readonly documents: PublishedDocumentRepository,
  ) {}

  /** @throws Problem 404, 409 for a draft and what was withdrawn before. */
  async withdraw(actor: Actor, id: string, { reason }: WithdrawalRequest): Promise<PublicationResponse> {
    const { clinicId, staffId, requestId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const before = await this.publications.findLocked(transaction, id);
      if (!before) throw notFound('publication');
      const { state } = before;
      // One that was superseded is still public at its own address.
      if (state !== 'approved' && state !== 'superseded') {
        const detail = `This publication is ${state}; only one that is approved or superseded is withdrawn.`;
        throw new Problem('conflict', detail);
      }

      // After the lock: who waited for it withdraws later than what was waited for.
      const at = this.clock.now();
      await this.publications.update(transaction, {
        ...before,
        state: 'withdrawn',
        version: before.version + 1,
        requestId,
        withdrawnBy: staffId,
        withdrawnAt: at,
        withdrawnReason: reason,
      });
      await this.documents.withdraw(transaction, id, { endedAt: at, withdrawnReason: reason });
      await recordEvent(transaction, actor, 'publication.withdrawn', { subjectId: id });

      const withdrawn = await this.publications.find(transaction, id);
      if (!withdrawn) throw notFound('publication');
      return toPublicationResponse(withdrawn);
    });
  }
}
