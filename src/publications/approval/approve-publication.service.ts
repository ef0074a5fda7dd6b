import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { sealOfGroups } from '../../audit/sealed-records.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { notFound, Problem } from '../../http/problem.js';
import { canonicalJson } from '../../signing/canonical.js';
import { sealed } from '../../signing/seal.js';
import { SigningKeyService } from '../../signing/signing-key.service.js';
import { lockClinic } from '../../staff/clinic/clinic-lock.repository.js';
import { StaffRepository } from '../../staff/people/staff.repository.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { PublishedDocumentRepository } from '../document/published-document.repository.js';
import { PublicationPreviewService } from '../drafting/publication-preview.service.js';
import { toPublicationResponse, type PublicationResponse } from '../publication.dto.js';
import { PublicationRepository } from '../publication.repository.js';
import type { ApprovalRequest } from './approval.dto.js';
import { approverOf, approvesFrom } from './approver.js';
import { unsealedDocument } from './unsealed-document.js';

/** The second pair of eyes: only what a director other than the author approves leaves the clinic. */
@Injectable()
export class ApprovePublicationService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly staff: StaffRepository,
    private readonly publications: PublicationRepository,
    private readonly documents: PublishedDocumentRepository,
    private readonly previews: PublicationPreviewService,
    private readonly keys: SigningKeyService,
  ) {}

  /**
   * Freezes, signs and publishes what the preview showed, in the place of the one before of the same slug.
   * @throws Problem 404; 409 for what is no draft or one's own, for figures that moved since the preview, for what
   *   would disclose something of few patients, and for a key that can't be used.
   */
  async approve(actor: Actor, id: string, { contentHash }: ApprovalRequest): Promise<PublicationResponse> {
    const { clinicId, staffId, requestId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      // One approval of a clinic at a time: the second is compared with what the first has published.
      await lockClinic(transaction);
      const clinic = await this.staff.findClinic(transaction);
      const draft = await this.publications.findLocked(transaction, id);
      if (!clinic || !draft) throw notFound('publication');

      const directors = await this.staff.lockActiveDirectors(transaction);
      // Deactivated, or given another role, since the session was looked at.
      if (!directors.includes(staffId)) throw new Problem('not-allowed', 'Only an active director approves.');
      const since = await this.staff.findAccessSince(transaction, staffId);
      const approver = approverOf(actor, draft, {
        selfApproval: clinic.selfApproval,
        activeDirectors: directors.length,
        approvesFrom: approvesFrom(since, actor.at, clinic.timeZone),
      });
      if (approver.why !== null) throw new Problem('conflict', approver.why);
      const { selfApproved } = approver;

      const computed = await this.previews.compute(transaction, clinic, draft);
      const { preview, source, asOf } = computed;
      if (preview.refusal || !source) throw new Problem('would-disclose', preview.refusal?.reason ?? '');
      if (preview.contentHash !== contentHash) throw new Problem('figures-changed', FIGURES_CHANGED);

      const supersedes = await this.supersede(transaction, draft.slug, { at: asOf, requestId });
      const key = await this.keys.current(transaction, asOf);
      const document = sealed(unsealedDocument(clinic, draft, computed, { supersedes, selfApproved }), key);

      await this.previews.freeze(transaction, draft, source, requestId);
      await this.publications.update(transaction, {
        ...draft,
        state: 'approved',
        version: draft.version + 1,
        approvedBy: staffId,
        approvedAt: asOf,
        selfApproved,
        supersedesId: supersedes,
        edition: source.clinic.edition,
        asOf,
        requestId,
      });
      await this.documents.insert(transaction, {
        id,
        clinicId,
        slug: draft.slug,
        title: draft.title,
        clinicName: clinic.name,
        period: draft.period,
        state: 'approved',
        hash: document.hash,
        publishedAt: asOf,
        document: canonicalJson(document),
        endedAt: null,
        withdrawnReason: null,
      });
      const recordHash = await sealOfGroups(transaction, requestId);
      await recordEvent(transaction, actor, 'publication.approved', { subjectId: id, recordHash });

      const approved = await this.publications.find(transaction, id);
      if (!approved) throw notFound('publication');
      return toPublicationResponse(approved);
    });
  }

  /** @returns Id of the one that gave way; null where there was none. */
  private async supersede(
    transaction: ClinicTransaction,
    slug: string,
    { at, requestId }: Pick<Actor, 'at' | 'requestId'>,
  ): Promise<string | null> {
    const before = await this.publications.findApprovedLocked(transaction, slug);
    if (!before) return null;
    const { version } = before;
    const change = { state: 'superseded', supersededAt: at, version: version + 1, requestId } as const;
    await this.publications.update(transaction, { ...before, ...change });
    await this.documents.supersede(transaction, before.id, at);
    return before.id;
  }
}

const FIGURES_CHANGED =
  'Scores or the draft changed after the preview that you approve. Nothing was published; look at it again.';
