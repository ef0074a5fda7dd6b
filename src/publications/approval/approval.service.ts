import { Injectable } from '@nestjs/common';
import { notFound } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { Approvers } from './approvers.service.js';
import { PublicChange } from './public-change.service.js';
import type { ApprovalRequest } from '../publication-detail.dto.js';
import { toPublicationResponse, type PublicationResponse } from '../publication.dto.js';
import { PublicationRepository } from '../publication.repository.js';
import { Release } from './release.service.js';

/** The second pair of eyes: only what a director other than the author approves leaves the clinic. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly change: PublicChange,
    private readonly approvers: Approvers,
    private readonly publications: PublicationRepository,
    private readonly release: Release,
  ) {}

  /**
   * Freezes, signs and publishes what the preview showed.
   * @throws Problem 404; 409 for what is no draft or one's own, for figures that moved since the preview, for what
   *   would disclose something of few patients, and for a key that can't be used.
   */
  async approve(actor: Actor, id: string, { contentHash }: ApprovalRequest): Promise<PublicationResponse> {
    const { clinicId } = actor;
    return this.change.run(clinicId, async (transaction) => {
      const clinic = await this.approvers.lockedClinic(transaction);
      const draft = await this.publications.findLocked(transaction, id);
      if (!clinic || !draft) throw notFound('publication');
      const selfApproved = await this.approvers.check(transaction, actor, { clinic, draft });
      const approved = { clinic, draft, selfApproved, contentHash };
      await this.release.publish(transaction, actor, approved);
      const row = await this.publications.find(transaction, id);
      if (!row) throw notFound('publication');
      return toPublicationResponse(row);
    });
  }
}
