import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { notFound, Problem } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { PublicChange } from '../approval/public-change.service.js';
import type { WithdrawalRequest } from '../publication-detail.dto.js';
import { toPublicationResponse, type PublicationResponse } from '../publication.dto.js';
import type { Publication } from '../publication.entity.js';
import { PublicationRepository } from '../publication.repository.js';
import { PublishedSnapshotRepository } from '../document/published-snapshot.repository.js';

/** Takes back what was published, in public and with the reason. */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly change: PublicChange,
    private readonly publications: PublicationRepository,
    private readonly snapshots: PublishedSnapshotRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 for a draft and what was withdrawn before. */
  async withdraw(
    { clinicId, staffId, requestId }: Actor,
    id: string,
    { reason }: WithdrawalRequest,
  ): Promise<PublicationResponse> {
    return this.change.run(clinicId, async (transaction) => {
      const before = await this.publications.findLocked(transaction, id);
      if (!before) throw notFound('publication');
      checkPublic(before);
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
      await this.snapshots.withdraw(transaction, id, { endedAt: at, withdrawnReason: reason });
      const row = await this.publications.find(transaction, id);
      if (!row) throw notFound('publication');
      return toPublicationResponse(row);
    });
  }
}

/** One that was superseded is still public at its own address. */
function checkPublic({ state }: Publication): void {
  if (state === 'approved' || state === 'superseded') return;
  const detail = `This publication is ${state}; only one that is approved or superseded is withdrawn.`;
  throw new Problem('conflict', detail);
}
