import { Injectable } from '@nestjs/common';
import type { Page } from '../http/page.js';
import type { ClinicTransaction } from '../database/transaction.js';
import { TransactionService } from '../database/transaction.service.js';
import type { PublishedDocument } from '../domain/publication/published-document.js';
import { withoutNumbers } from '../domain/publication/without-numbers.js';
import type { PageQuery } from '../http/page.dto.js';
import { instantAndIdOf, pageOf } from '../http/page.js';
import { documentAsSigned } from '../signing/seal-check.js';
import { notFound } from '../http/problem.js';
import type { Clinic } from '../staff/clinic/clinic.entity.js';
import { StaffRepository } from '../staff/people/staff.repository.js';
import type { Actor } from '../staff/sessions/actor.js';
import { approverOf, approvesFrom } from './approval/approver.js';
import { PublishedDocumentRepository } from './document/published-document.repository.js';
import { PublicationPreviewService, type DraftPreview } from './drafting/publication-preview.service.js';
import { DriftService } from './drift/drift.service.js';
import type { PublicationDetailResponse, PublicationPreview } from './publication-detail.dto.js';
import { toPublicationResponse, type ListedPublicationResponse } from './publication.dto.js';
import { PublicationRepository, type NamedPublication } from './publication.repository.js';

/** Reads drafts and what became of them. */
@Injectable()
export class PublicationService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly publications: PublicationRepository,
    private readonly documents: PublishedDocumentRepository,
    private readonly previews: PublicationPreviewService,
    private readonly drift: DriftService,
    private readonly staff: StaffRepository,
  ) {}

  /** Latest draft first; a director also sees from which of them the records have drifted. */
  async list({ clinicId, role, at }: Actor, query: PageQuery): Promise<Page<ListedPublicationResponse>> {
    const after = instantAndIdOf(query.after);
    return this.transactions.run(clinicId, async (transaction) => {
      const rows = await this.publications.list(transaction, after, query.limit + 1);
      const checked = role === 'director' ? rows.slice(0, query.limit) : [];
      const drifted = await this.drift.drifted(transaction, checked, at);
      const placeOf = (row: NamedPublication) => [row.draftedAt.toISOString(), row.id];
      return pageOf(rows, query.limit, placeOf, (row) => ({
        ...toPublicationResponse(row),
        aged: drifted.get(row.id) ?? null,
      }));
    });
  }

  /** One publication with all there is to say of it. @throws Problem 404. */
  async read(actor: Actor, id: string): Promise<PublicationDetailResponse> {
    return this.transactions.run(actor.clinicId, async (transaction) => {
      const found = await this.publications.find(transaction, id);
      const clinic = await this.staff.findClinic(transaction);
      if (!found || !clinic) throw notFound('publication');
      const activeDirectors = await this.staff.countActiveDirectors(transaction);
      const since = await this.staff.findAccessSince(transaction, actor.staffId);
      const { why } = approverOf(actor, found, {
        selfApproval: clinic.selfApproval,
        activeDirectors,
        approvesFrom: approvesFrom(since, actor.at, clinic.timeZone),
      });
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
    const { preview } = await this.previews.compute(transaction, clinic, found);
    return role === 'director' ? { ...preview, numbersShown: true } : previewWithoutNumbers(preview);
  }

  private async documentOf(
    transaction: ClinicTransaction,
    { id }: NamedPublication,
  ): Promise<PublishedDocument | null> {
    const found = await this.documents.find(transaction, id);
    return found && documentAsSigned(found.document);
  }
}

/** Who only drafts may try as many drafts as they like, so their previews must not give away a single course. */
function previewWithoutNumbers({ content, footnote, refusal }: DraftPreview): PublicationPreview {
  const shape = withoutNumbers(content);
  return { numbersShown: false, content: shape, sentences: [], footnote, refusal, contentHash: null };
}
