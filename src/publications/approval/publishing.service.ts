import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../../database/transaction.js';
import { canonicalJson } from '../../signing/canonical.js';
import { sealed } from '../../signing/seal.js';
import { SigningKeyService } from '../../signing/signing-key.service.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { Clinic } from '../../staff/clinic/clinic.entity.js';
import { toRows } from './counted-in.js';
import { frozenDocument } from '../document/frozen-document.js';
import { PublicationCourseRepository } from '../publication-course.repository.js';
import type { Publication } from '../publication.entity.js';
import type { ComputedDraft } from '../drafting/publication-previews.service.js';
import { PublicationRepository } from '../publication.repository.js';
import { PublishedSnapshotRepository } from '../document/published-snapshot.repository.js';

/** What is approved, and by whom: everything was checked, and the clinic is locked. */
export interface Approved {
  clinic: Clinic;
  draft: Publication;
  computed: ComputedDraft;
  selfApproved: boolean;
}

/** Takes a draft to the public, in the place of the one before of the same slug. */
@Injectable()
export class Publishing {
  constructor(
    private readonly publications: PublicationRepository,
    private readonly courses: PublicationCourseRepository,
    private readonly snapshots: PublishedSnapshotRepository,
    private readonly keys: SigningKeyService,
  ) {}

  /**
   * @param actor Whose `at` is when the courses were read.
   * @throws Problem 409 where the clinic's key can't be used.
   */
  async publish(transaction: ClinicTransaction, actor: Actor, approved: Approved): Promise<void> {
    const { draft, computed, selfApproved } = approved;
    const { clinicId, id, slug, title, period } = draft;
    const { staffId, at, requestId } = actor;
    const supersedes = await this.supersede(transaction, actor, draft);
    const key = await this.keys.current(transaction, at);
    const document = sealed(frozenDocument(draft, computed, { ...approved, supersedes, at }), key);
    const rows = toRows(computed.counted);
    await this.publications.update(transaction, {
      ...draft,
      state: 'approved',
      version: draft.version + 1,
      approvedBy: staffId,
      approvedAt: at,
      selfApproved,
      supersedesId: supersedes,
      counts: rows.counts,
      asOf: at,
      requestId,
    });
    await this.courses.insertAll(transaction, draft, rows);
    await this.snapshots.publish(transaction, {
      id,
      clinicId,
      slug,
      title,
      clinicName: approved.clinic.name,
      period,
      state: 'approved',
      hash: document.hash,
      publishedAt: at,
      document: canonicalJson(document),
      endedAt: null,
      withdrawnReason: null,
    });
  }

  /** @returns Id of the one that gave way; null where there was none. */
  private async supersede(
    transaction: ClinicTransaction,
    { at, requestId }: Actor,
    { slug }: Publication,
  ): Promise<string | null> {
    const before = await this.publications.findApprovedLocked(transaction, slug);
    if (!before) return null;
    await this.publications.update(transaction, {
      ...before,
      state: 'superseded',
      supersededAt: at,
      version: before.version + 1,
      requestId,
    });
    await this.snapshots.supersede(transaction, before.id, at);
    return before.id;
  }
}
