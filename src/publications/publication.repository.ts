import { Injectable } from '@nestjs/common';
import type { ClinicTransaction } from '../database/transaction.js';
import { GIVES_ACCESS } from '../staff/people/access-grant.repository.js';
import { NEW_FOR_DAYS } from './approval/approver.js';
import { PublicationSlug } from './publication-slug.entity.js';
import { Publication } from './publication.entity.js';

/** A publication with the names of the people who drafted, changed, approved and withdrew it. */
export interface NamedPublication extends Publication {
  draftedByName: string | null;
  changedByName: string | null;
  approvedByName: string | null;
  withdrawnByName: string | null;
  /** Whether an author of it had given the approver access; null for a draft. */
  approverFromAuthor: boolean | null;
  /** Whether the approver had given an author of it access within the days for which access is new; null for a draft. */
  authorFromApprover: boolean | null;
}

/** Drafts, and what became of them. */
@Injectable()
export class PublicationRepository {
  /** Takes a slug for the clinic. @returns Whether it is the clinic's now. */
  async claimSlug(transaction: ClinicTransaction, slug: string): Promise<boolean> {
    const { clinicId } = transaction;
    await lockSlugs(transaction);
    await transaction.manager.query(
      `INSERT INTO publication_slug (slug, clinic_id) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING`,
      [slug, clinicId],
    );
    const row = await transaction.manager.findOneBy(PublicationSlug, { slug });
    return row?.clinicId === clinicId;
  }

  /** Gives a slug back that no publication of the clinic has, be it a draft or what was ever approved. */
  async releaseSlug(transaction: ClinicTransaction, slug: string): Promise<void> {
    await lockSlugs(transaction);
    const { pipeline, clinicId } = transaction;
    const used = await pipeline.query(`SELECT id FROM publication WHERE clinic_id = $1 AND slug = $2 LIMIT 1`, [
      clinicId,
      slug,
    ]);
    if (used.length > 0) return;
    await pipeline.query(`DELETE FROM publication_slug WHERE slug = $1 AND clinic_id = $2`, [slug, clinicId]);
  }

  async insert({ manager }: ClinicTransaction, publication: Publication): Promise<void> {
    await manager.insert(Publication, publication);
  }

  /** The publication, kept from changing until the transaction ends. */
  async findLocked({ manager, clinicId }: ClinicTransaction, id: string): Promise<Publication | null> {
    return manager.findOne(Publication, {
      where: { clinicId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The approved one of a slug, kept from changing until the transaction ends. */
  async findApprovedLocked({ manager, clinicId }: ClinicTransaction, slug: string): Promise<Publication | null> {
    return manager.findOne(Publication, {
      where: { clinicId, slug, state: 'approved' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async find({ manager, clinicId }: ClinicTransaction, id: string): Promise<NamedPublication | null> {
    const rows = await manager.query<NamedPublication[]>(`${NAMED} AND p.id = $2`, [clinicId, id]);
    return rows[0] ?? null;
  }

  /** Latest draft first, those after a place in the list. */
  async list(
    { manager, clinicId }: ClinicTransaction,
    after: { at: string; id: string } | null,
    limit: number,
  ): Promise<NamedPublication[]> {
    const place = [after?.at ?? null, after?.id ?? null];
    return manager.query<NamedPublication[]>(LIST, [clinicId, ...place, limit]);
  }

  /** Writes the changed publication over the row that was locked before. */
  async update({ manager }: ClinicTransaction, publication: Publication): Promise<void> {
    const { clinicId, id, ...change } = publication;
    await manager.update(Publication, { clinicId, id }, change);
  }

  async delete({ manager }: ClinicTransaction, { clinicId, id }: Publication): Promise<void> {
    await manager.delete(Publication, { clinicId, id });
  }
}

/** Until the transaction ends: a slug that one transaction takes must not be lost to another that gives it back. */
async function lockSlugs({ manager, clinicId }: ClinicTransaction): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended('publication_slug ' || $1, 0))`, [clinicId]);
}

const NAMED = `
  SELECT p.clinic_id AS "clinicId", p.id, p.slug, p.title, p.period, p.kind, p.indication,
    p.minimum_baseline AS "minimumBaseline", p.figures, p.charts, p.state, p.version,
    p.drafted_by AS "draftedBy", p.drafted_at AS "draftedAt",
    p.changed_by AS "changedBy", p.changed_at AS "changedAt", p.authors,
    p.approved_by AS "approvedBy", p.approved_at AS "approvedAt", p.self_approved AS "selfApproved",
    p.superseded_at AS "supersededAt", p.withdrawn_by AS "withdrawnBy",
    p.withdrawn_at AS "withdrawnAt", p.withdrawn_reason AS "withdrawnReason",
    p.supersedes_id AS "supersedesId", p.edition, p.as_of AS "asOf", p.request_id AS "requestId",
    drafter.name AS "draftedByName", changer.name AS "changedByName", approver.name AS "approvedByName",
    withdrawer.name AS "withdrawnByName",
    CASE WHEN p.approved_by IS NOT NULL THEN EXISTS (
      SELECT 1 FROM access_grant g WHERE g.clinic_id = $1 AND g.staff_id = p.approved_by
        AND ${GIVES_ACCESS} AND g.made_by = ANY (p.authors) AND g.taken_up_at <= p.approved_at) END AS "approverFromAuthor",
    CASE WHEN p.approved_by IS NOT NULL THEN EXISTS (
      SELECT 1 FROM access_grant g WHERE g.clinic_id = $1 AND g.staff_id = ANY (p.authors)
        AND ${GIVES_ACCESS} AND g.made_by = p.approved_by AND g.taken_up_at <= p.approved_at
        AND g.taken_up_at > p.approved_at - interval '${NEW_FOR_DAYS} days') END AS "authorFromApprover"
  FROM publication p
  LEFT JOIN staff drafter ON drafter.clinic_id = $1 AND drafter.id = p.drafted_by
  LEFT JOIN staff changer ON changer.clinic_id = $1 AND changer.id = p.changed_by
  LEFT JOIN staff approver ON approver.clinic_id = $1 AND approver.id = p.approved_by
  LEFT JOIN staff withdrawer ON withdrawer.clinic_id = $1 AND withdrawer.id = p.withdrawn_by
  WHERE p.clinic_id = $1`;

const LIST = `${NAMED}
  AND ($2::timestamptz IS NULL OR (p.drafted_at, p.id) < ($2::timestamptz, $3::uuid))
  ORDER BY p.drafted_at DESC, p.id DESC
  LIMIT $4`;
