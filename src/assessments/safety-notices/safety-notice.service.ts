import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import type { Page } from '../../http/page.js';
import { CourseRepository } from '../../courses/course.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { safetyNoticeOf } from '../../domain/cudos/safety.js';
import { newId } from '../../http/ids.js';
import type { PageQuery } from '../../http/page.dto.js';
import { instantAndIdOf, pageOf } from '../../http/page.js';
import { notFound, Problem } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { AssessmentVersion } from '../entries/assessment.entity.js';
import { SafetyNoticeRepository, type NoticeInContext } from './safety-notice.repository.js';
import { toSafetyNoticeResponse } from './safety-notice.dto.js';
import type { SafetyNoticeListResponse, SafetyNoticeResponse } from './safety-notice.dto.js';

/** Notices about items 14 and 15: opened with the answers, open until a person acknowledges them. */
@Injectable()
export class SafetyNoticeService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly notices: SafetyNoticeRepository,
    private readonly courses: CourseRepository,
  ) {}

  /** The notice that stays valid after a new version, where items 14 and 15 were answered the same before. */
  async findKept(
    transaction: ClinicTransaction,
    row: AssessmentVersion,
    answersBefore: (number | null)[] | null,
  ): Promise<SafetyNoticeResponse | null> {
    const wanted = row.answers && safetyNoticeOf(row.answers);
    const before = answersBefore && safetyNoticeOf(answersBefore);
    return wanted && JSON.stringify(wanted) === JSON.stringify(before) ? this.findCurrent(transaction, row) : null;
  }

  /** Opens a notice where the answers of a new version ask for one, in one statement. */
  async openFor(transaction: ClinicTransaction, row: AssessmentVersion): Promise<SafetyNoticeResponse | null> {
    const wanted = row.answers && safetyNoticeOf(row.answers);
    if (!wanted) return null;
    const { clinicId, courseId, slot, version, recordedAt: openedAt, requestId } = row;
    const notice = { clinicId, id: newId(), courseId, slot, version, kind: wanted.kind, openedAt, requestId };
    return toSafetyNoticeResponse(await this.notices.insert(transaction, notice));
  }

  /** The notice of the answers of the current version of a slot. */
  async findCurrent(
    transaction: ClinicTransaction,
    { courseId, slot, answers }: Pick<AssessmentVersion, 'courseId' | 'slot' | 'answers'>,
  ): Promise<SafetyNoticeResponse | null> {
    if (!answers || !safetyNoticeOf(answers)) return null;
    const notice = await this.notices.findLatest(transaction, courseId, slot);
    return notice && toSafetyNoticeResponse(notice);
  }

  async listOpen({ clinicId }: Actor, query: PageQuery): Promise<Page<SafetyNoticeResponse>> {
    const after = instantAndIdOf(query.after);
    return this.transactions.run(clinicId, async (transaction) => {
      const rows = await this.notices.listOpen(transaction, after, query.limit + 1);
      const placeOf = (row: NoticeInContext) => [row.openedAt.toISOString(), row.id];
      return pageOf(rows, query.limit, placeOf, toSafetyNoticeResponse);
    });
  }

  /** @throws Problem 404 without the course. */
  async listOfCourse({ clinicId }: Actor, courseId: string): Promise<SafetyNoticeListResponse> {
    return this.transactions.run(clinicId, async (transaction) => {
      const course = await this.courses.find(transaction, courseId);
      if (!course) throw notFound('course');
      const rows = await this.notices.listOfCourse(transaction, courseId);
      return { items: rows.map(toSafetyNoticeResponse) };
    });
  }

  /**
   * Notes who looked at a notice and what was done.
   * @throws Problem 404, or 409 where somebody did so before; what was noted first stays.
   */
  async acknowledge(actor: Actor, id: string, actionTaken: string): Promise<SafetyNoticeResponse> {
    const { clinicId, staffId, at, requestId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const notice = await this.notices.findLocked(transaction, id);
      if (!notice) throw notFound('safety notice');
      if (notice.acknowledgedAt !== null) {
        if (notice.acknowledgedBy === staffId && notice.actionTaken === actionTaken) {
          return toSafetyNoticeResponse(notice);
        }
        throw new Problem('conflict', 'This notice was acknowledged before.', {
          current: toSafetyNoticeResponse(notice),
        });
      }
      const done = { acknowledgedAt: at, acknowledgedBy: staffId, actionTaken, requestId };
      const acknowledged = await this.notices.acknowledge(transaction, notice, done);
      const subject = { subjectId: notice.courseId, detail: notice.slot };
      await recordEvent(transaction, actor, 'safety-notice.acknowledged', subject);
      return toSafetyNoticeResponse(acknowledged);
    });
  }
}
