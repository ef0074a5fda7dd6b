import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { TenantTransaction, type Transaction } from '../database/tenant-transaction.js';
import { notFound, Problem } from '../http/problem.js';
import type { Actor } from '../staff/actor.js';
import type { Clinic } from '../staff/clinic.entity.js';
import { StaffRepository } from '../staff/staff.repository.js';
import { approverOf } from './approval-rules.js';
import type { ApprovalRequest } from './publication-detail.dto.js';
import { toPublicationResponse, type PublicationResponse } from './publication.dto.js';
import type { Publication } from './publication.entity.js';
import { PublicationPreviews, type Draft } from './publication-previews.service.js';
import { PublicationRepository } from './publication.repository.js';
import { PublishedChanges } from './published-changes.js';
import { Publishing } from './publishing.service.js';

/** The second pair of eyes: only what a director other than the author approves leaves the clinic. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly transactions: TenantTransaction,
    private readonly staff: StaffRepository,
    private readonly publications: PublicationRepository,
    private readonly previews: PublicationPreviews,
    private readonly publishing: Publishing,
    private readonly changes: PublishedChanges,
    private readonly clock: Clock,
  ) {}

  /**
   * Freezes, signs and publishes what the preview showed.
   * @throws Problem 404; 409 for what is no draft or one's own, for figures that moved since the preview, for what
   *   would disclose something of few patients, and for a key that can't be used.
   */
  async approve(
    actor: Actor,
    id: string,
    { contentHash }: ApprovalRequest,
  ): Promise<PublicationResponse> {
    const { clinicId } = actor;
    const answer = await this.transactions.run(clinicId, async (transaction) => {
      // One approval of a clinic at a time: the second is held against what the first has published.
      const clinic = await this.staff.findClinicLocked(transaction, clinicId);
      const draft = await this.publications.findLocked(transaction, clinicId, id);
      if (!clinic || !draft) throw notFound('publication');
      const selfApproved = await this.checkApprover(transaction, actor, { clinic, draft });
      // Not when the request came: it may have waited, and the courses are read only now.
      const at = this.clock.now();
      const computed = await this.previews.compute(transaction, clinic, draft);
      checkDraft(computed.draft, contentHash);
      const approved = { clinic, draft, computed, selfApproved };
      await this.publishing.publish(transaction, { ...actor, at }, approved);
      const row = await this.publications.find(transaction, clinicId, id);
      if (!row) throw notFound('publication');
      return toPublicationResponse(row);
    });
    this.changes.note();
    return answer;
  }

  /** @returns Whether it is the author who approves. */
  private async checkApprover(
    transaction: Transaction,
    actor: Actor,
    { clinic, draft }: { clinic: Clinic; draft: Publication },
  ): Promise<boolean> {
    const directors = await this.staff.lockActiveDirectors(transaction, clinic.id);
    const { selfApproval } = clinic;
    const approver = approverOf(actor, draft, { selfApproval, activeDirectors: directors.length });
    if (approver.why !== null) throw new Problem('conflict', approver.why);
    return approver.selfApproved;
  }
}

function checkDraft({ refusal, contentHash }: Draft, seen: string): void {
  if (refusal) throw new Problem('would-disclose', refusal.reason);
  if (contentHash === seen) return;
  throw new Problem(
    'figures-changed',
    'Scores or the draft changed after the preview that you approve. Nothing was published; look at it again.',
  );
}
