import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import { TransactionService } from '../database/transaction.service.js';
import type { PublishedDocument } from '../domain/publication/published-document.js';
import { withoutNumbers } from '../domain/publication/without-numbers.js';
import { notFound } from '../http/problem.js';
import type { Actor } from '../staff/sessions/actor.js';
import type { Clinic } from '../staff/clinic/clinic.entity.js';
import { StaffRepository } from '../staff/people/staff.repository.js';
import { approverOf } from './approval/approval-rules.js';
import type { PublicationDetailResponse, PublicationPreview } from './publication-detail.dto.js';
import { toPublicationResponse } from './publication.dto.js';
import { PublicationPreviews, type Draft } from './drafting/publication-previews.service.js';
import { PublicationRepository, type NamedPublication } from './publication.repository.js';
import { PublishedSnapshotRepository } from './document/published-snapshot.repository.js';

/** One publication with all there is to say of it. */
@Injectable()
export class PublicationDetailService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly publications: PublicationRepository,
    private readonly previews: PublicationPreviews,
    private readonly snapshots: PublishedSnapshotRepository,
    private readonly staff: StaffRepository,
  ) {}

  async read(actor: Actor, id: string): Promise<PublicationDetailResponse> {
    const { clinicId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const found = await this.publications.find(transaction, id);
      const clinic = await this.staff.findClinic(transaction);
      if (!found || !clinic) throw notFound('publication');
      const activeDirectors = await this.staff.countActiveDirectors(transaction);
      const { selfApproval } = clinic;
      const { why } = approverOf(actor, found, { selfApproval, activeDirectors });
      return {
        ...toPublicationResponse(found),
        preview: await this.previewOf(transaction, actor, { clinic, found }),
        document: await this.documentOf(transaction, found),
        may: { approve: why === null, why },
      };
    });
  }

  private async previewOf(
    transaction: ClinicTransaction,
    { role }: Actor,
    { clinic, found }: { clinic: Clinic; found: NamedPublication },
  ): Promise<PublicationPreview | null> {
    if (found.state !== 'draft') return null;
    const { draft } = await this.previews.compute(transaction, clinic, found);
    return role === 'director' ? { ...draft, numbersShown: true } : shapeOf(draft);
  }

  private async documentOf(
    transaction: ClinicTransaction,
    { id }: NamedPublication,
  ): Promise<PublishedDocument | null> {
    const snapshot = await this.snapshots.find(transaction, id);
    return snapshot && (JSON.parse(snapshot.document) as PublishedDocument);
  }
}

/** Who only drafts may try as many drafts as they like, so their previews must tell of no course. */
function shapeOf({ content, footnote, refusal }: Draft): PublicationPreview {
  return {
    numbersShown: false,
    content: withoutNumbers(content),
    sentences: [],
    footnote,
    refusal,
    contentHash: null,
  };
}
