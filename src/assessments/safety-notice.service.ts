import { Injectable } from '@nestjs/common';
import { TenantTransaction, type Transaction } from '../database/tenant-transaction.js';
import { safetyNoticeOf } from '../domain/cudos/safety.js';
import { newId } from '../http/ids.js';
import { keyOf, pageOf, type PageQuery } from '../http/page.js';
import { notFound, Problem } from '../http/problem.js';
import type { Actor } from '../staff/actor.js';
import { toSafetyNoticeResponse, type SafetyNoticeResponse } from './assessment.dto.js';
import type { Assessment, AssessmentVersion } from './assessment.entity.js';
import type { SafetyNotice } from './safety-notice.entity.js';
import { SafetyNoticeRepository } from './safety-notice.repository.js';
import type { SafetyNoticePageResponse } from './safety-notice.dto.js';

/** Notices about items 14 and 15: opened with the answers, open until a person acknowledges them. */
@Injectable()
export class SafetyNoticeService {
  constructor(
    private readonly transactions: TenantTransaction,
    private readonly notices: SafetyNoticeRepository,
  ) {}

  /** Opens a notice where the answers of a new version ask for one and were not the same before. */
  async open(
    transaction: Transaction,
    row: AssessmentVersion,
    answersBefore: (number | null)[] | null,
  ): Promise<SafetyNoticeResponse | null> {
    const wanted = row.answers && safetyNoticeOf(row.answers);
    if (!wanted) return null;
    const before = answersBefore && safetyNoticeOf(answersBefore);
    if (JSON.stringify(wanted) === JSON.stringify(before)) return null;
    const notice: SafetyNotice = {
      clinicId: row.clinicId,
      id: newId(),
      courseId: row.courseId,
      slot: row.slot,
      version: row.version,
      kind: wanted.kind,
      openedAt: row.recordedAt,
      acknowledgedAt: null,
      acknowledgedBy: null,
      actionTaken: null,
      requestId: row.requestId,
    };
    await this.notices.insert(transaction, notice);
    return toSafetyNoticeResponse({ ...notice, recorded: row });
  }

  /** The notice that this version opened, if it did. */
  async ofVersion(
    transaction: Transaction,
    { clinicId, courseId, slot, version }: Assessment,
  ): Promise<SafetyNoticeResponse | null> {
    const notice = await this.notices.findOfVersion(transaction, clinicId, courseId, slot, version);
    return notice && toSafetyNoticeResponse(notice);
  }

  async listOpen({ clinicId }: Actor, query: PageQuery): Promise<SafetyNoticePageResponse> {
    const [openedAt, id] = keyOf(query.after, 2) ?? [];
    const after = openedAt !== undefined && id !== undefined ? { openedAt, id } : null;
    return this.transactions.run(clinicId, async (transaction) => {
      const rows = await this.notices.listOpen(transaction, clinicId, after, query.limit + 1);
      const placeOf = (row: SafetyNotice) => [row.openedAt.toISOString(), row.id];
      return pageOf(rows, query.limit, placeOf, toSafetyNoticeResponse);
    });
  }

  /**
   * Notes who looked at a notice and what was done.
   * @throws Problem 404, or 409 where somebody did so before; what was noted first stays.
   */
  async acknowledge(actor: Actor, id: string, actionTaken: string): Promise<SafetyNoticeResponse> {
    const { clinicId, staffId, at, requestId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const notice = await this.notices.findLocked(transaction, clinicId, id);
      if (!notice) throw notFound('safety notice');
      if (notice.acknowledgedAt !== null) {
        if (notice.acknowledgedBy === staffId && notice.actionTaken === actionTaken) {
          return toSafetyNoticeResponse(notice);
        }
        throw new Problem('conflict', 'This notice was acknowledged before.', {
          current: toSafetyNoticeResponse(notice),
        });
      }
      const after = {
        ...notice,
        acknowledgedAt: at,
        acknowledgedBy: staffId,
        actionTaken,
        requestId,
      };
      await this.notices.acknowledge(transaction, after);
      return toSafetyNoticeResponse(after);
    });
  }
}
