import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { Problem } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { ClinicDraft } from './approvers.service.js';
import { PublicationPreviews, type Draft } from '../drafting/publication-previews.service.js';
import { Publishing } from './publishing.service.js';

/** Publishes what somebody saw in the preview of a draft, or nothing. */
@Injectable()
export class Release {
  constructor(
    private readonly clock: Clock,
    private readonly previews: PublicationPreviews,
    private readonly publishing: Publishing,
  ) {}

  /** @throws Problem 409 for figures that moved since, what would disclose something, and a key that can't be used. */
  async publish(
    transaction: ClinicTransaction,
    actor: Actor,
    approved: ClinicDraft & { selfApproved: boolean; contentHash: string },
  ): Promise<void> {
    const { clinic, draft, selfApproved, contentHash } = approved;
    // Not when the request came: it may have waited, and the courses are read only now.
    const at = this.clock.now();
    const computed = await this.previews.compute(transaction, clinic, draft);
    checkDraft(computed.draft, contentHash);
    const what = { clinic, draft, computed, selfApproved };
    await this.publishing.publish(transaction, { ...actor, at }, what);
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
