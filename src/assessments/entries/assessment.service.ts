import { Injectable } from '@nestjs/common';
import { recordEvent } from '../../audit/audit-event.repository.js';
import { sealOfAll, sealOfEntry } from '../../audit/record-seal.js';
import { calendarDateIn } from '../../clock.js';
import { CourseRepository } from '../../courses/course.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { notFound, Problem } from '../../http/problem.js';
import type { Actor } from '../../staff/sessions/actor.js';
import type { SafetyNoticeResponse } from '../safety-notices/safety-notice.dto.js';
import { SafetyNoticeService } from '../safety-notices/safety-notice.service.js';
import { publishedNote, toAssessmentResponse } from './assessment.dto.js';
import type { RecordedResponse } from './assessment.dto.js';
import type { Entry } from './assessment.entity.js';
import { AssessmentRepository } from './assessment.repository.js';
import { refreshScores } from './course-scores.repository.js';
import { judgeInTurn, type EntryToRecord, type Judged } from './judged-entry.js';

/** What was recorded, and whether it is the first entry of its slot. */
export interface Recorded {
  created: boolean;
  response: RecordedResponse;
}

/** Records the scores: the first entry of a slot, and its amendments. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly assessments: AssessmentRepository,
    private readonly courses: CourseRepository,
    private readonly notices: SafetyNoticeService,
  ) {}

  /**
   * Records what happened at a slot. The same request sent again is answered again, and adds nothing.
   * @throws Problem 404; 412 with the current version where somebody else was first; 422 with every fault, or with
   *   the warnings that ask for an `overrideReason`.
   */
  async record(actor: Actor, courseId: string, entry: EntryToRecord): Promise<Recorded> {
    const [recorded] = await this.recordAll(actor, courseId, [entry]);
    if (recorded === undefined || recorded instanceof Problem) throw recorded ?? notFound('entry');
    return recorded;
  }

  /**
   * Records entries of different slots of a course in one transaction, each judged with those before it.
   * @returns What became of each; the Problem where nothing of it was saved.
   * @throws Problem 404 without the course.
   */
  async recordAll(actor: Actor, courseId: string, entries: readonly EntryToRecord[]): Promise<(Recorded | Problem)[]> {
    return this.transactions.run(actor.clinicId, async (transaction) => {
      const [course, rows] = await Promise.all([
        this.courses.lockFacts(transaction, courseId),
        this.assessments.listOfCourse(transaction, courseId),
      ]);
      if (!course) throw notFound('course');
      const today = calendarDateIn(course.timeZone, actor.at);
      const judged = judgeInTurn(actor, { courseId, course, rows, today }, entries);
      const kept = await Promise.all(judged.map((one) => this.keptNotice(transaction, one)));
      return transaction.pipeline.finish(async () => {
        const several = judged.filter((one) => !(one instanceof Problem) && one.isNew).length > 1;
        const written = judged.map((one, at) => this.write(transaction, one, kept[at] ?? null, { several }));
        const refreshed = several ? refreshScores(transaction, [courseId]) : null;
        await Promise.all([...written, refreshed, ...judged.map((one) => this.noteWritten(transaction, actor, one))]);
        return Promise.all(written);
      });
    });
  }

  private async noteWritten(transaction: ClinicTransaction, actor: Actor, one: Judged | Problem): Promise<void> {
    if (one instanceof Problem || !one.isNew) return;
    const { courseId: subjectId, slot: detail, version } = one.row;
    const action = version === 1 ? 'assessment.recorded' : 'assessment.amended';
    const recordHash = sealOfAll([sealOfEntry(one.row)]);
    await recordEvent(transaction, actor, action, { subjectId, detail, recordHash });
  }

  private async keptNotice(
    transaction: ClinicTransaction,
    one: Judged | Problem,
  ): Promise<SafetyNoticeResponse | null> {
    if (one instanceof Problem || !one.isNew) return null;
    return this.notices.findKept(transaction, one.row, one.answersBefore);
  }

  /** Sends all that it has to at once, as the COMMIT comes right behind it. */
  private async write(
    transaction: ClinicTransaction,
    one: Judged | Problem,
    kept: SafetyNoticeResponse | null,
    how: { several: boolean },
  ): Promise<Recorded | Problem> {
    if (one instanceof Problem) return one;
    if (!one.isNew) return this.answer(transaction, one.row);
    const [added, safetyNotice] = await Promise.all([
      this.assessments.add(transaction, one.row, how),
      kept ?? this.notices.openFor(transaction, one.row),
    ]);
    const response = toAssessmentResponse({ ...one.row, ...added });
    const published = publishedNote(added.closedOn);
    return { created: one.row.version === 1, response: { ...response, safetyNotice, published } };
  }

  private async answer(transaction: ClinicTransaction, row: Entry): Promise<Recorded> {
    const [safetyNotice, closedOn] = await Promise.all([
      this.notices.findCurrent(transaction, row),
      this.assessments.closedOn(transaction, row.courseId),
    ]);
    const response = { ...toAssessmentResponse(row), safetyNotice, published: publishedNote(closedOn) };
    return { created: row.version === 1, response };
  }
}
