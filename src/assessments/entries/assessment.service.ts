import { Injectable } from '@nestjs/common';
import { CourseRepository } from '../../courses/course.repository.js';
import type { ClinicTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import { checkDates } from '../../domain/course/rules/date-rules.js';
import { softWarnings } from '../../domain/course/rules/warnings.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { faultsAt, notFound, type FieldFault } from '../../http/problem.js';
import { staleVersion, type Precondition } from '../../http/version.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { ClinicCalendarService } from '../../staff/clinic/clinic-calendar.service.js';
import { contentOf, sameContent, type Content } from './assessment-content.js';
import { publishedNote, toAssessmentResponse } from './assessment.dto.js';
import type { RecordedResponse } from './assessment.dto.js';
import type { AssessmentRequest } from './assessment-request.dto.js';
import type { Assessment } from './assessment.entity.js';
import { AssessmentRepository, type Recording } from './assessment.repository.js';
import { toCourseRecord } from '../course-detail/course-record.js';
import { confirmationNeeded, faultyEntry } from './refused-entry.js';
import { SafetyNoticeService } from '../safety-notices/safety-notice.service.js';

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
    private readonly calendar: ClinicCalendarService,
    private readonly notices: SafetyNoticeService,
  ) {}

  /**
   * Records what happened at a slot. The same request sent again is answered again, and adds nothing.
   * @throws Problem 404; 412 with the current version where somebody else was first; 422 with every fault, or with
   *   the warnings that ask for an `overrideReason`.
   */
  async record(
    actor: Actor,
    courseId: string,
    slot: SlotName,
    precondition: Precondition,
    request: AssessmentRequest,
  ): Promise<Recorded> {
    const { content, faults } = contentOf(request);
    const { clinicId } = actor;
    return this.transactions.run(clinicId, async (transaction) => {
      const course = await this.courses.findLocked(transaction, courseId);
      if (!course) throw notFound('course');
      const rows = await this.assessments.listOfCourse(transaction, courseId);
      const before = rows.find((row) => row.slot === slot) ?? null;
      if (before && faults.length === 0 && isRetry(before, precondition, content, actor)) {
        return this.answer(transaction, before);
      }
      const version = nextVersion(before, precondition);
      faults.push(...reasonFaults(before, request));
      const after = [...rows.filter((row) => row.slot !== slot), { ...content, slot }];
      const record = toCourseRecord(course, after);
      const today = await this.calendar.today(transaction, actor);
      faults.push(...faultsAt(() => fieldOfDate(content), checkDates(record, today)));
      if (faults.length > 0) throw faultyEntry(faults, content);
      const warnings = softWarnings(record, slot);
      const { amendmentReason = null, overrideReason = null } = request;
      const unusual = warnings.length > 0;
      if (unusual && overrideReason === null) throw confirmationNeeded(warnings, content);
      const reasons = { amendmentReason, overrideReason: unusual ? overrideReason : null };
      const row = { ...content, ...reasons, courseId, slot, version, ...recordingBy(actor) };
      const name = await this.assessments.add(transaction, row);
      const recorder = name === null ? null : { name };
      const safetyNotice = await this.notices.openFor(transaction, row, before?.answers ?? null);
      const published = publishedNote(await this.assessments.closedOn(transaction, courseId));
      return {
        created: version === 1,
        response: { ...toAssessmentResponse({ ...row, recorder }), safetyNotice, published },
      };
    });
  }

  private async answer(transaction: ClinicTransaction, row: Assessment): Promise<Recorded> {
    const safetyNotice = await this.notices.findCurrent(transaction, row);
    const published = publishedNote(await this.assessments.closedOn(transaction, row.courseId));
    const response = { ...toAssessmentResponse(row), safetyNotice, published };
    return { created: row.version === 1, response };
  }
}

function recordingBy({ clinicId, staffId, at, requestId }: Actor): Recording {
  return { clinicId, recordedAt: at, recordedBy: staffId, requestId };
}

/** Did this person's same request, sent before, make the current version? */
function isRetry(current: Assessment, precondition: Precondition, content: Content, { staffId }: Actor): boolean {
  const made = precondition.kind === 'create' ? 1 : precondition.version + 1;
  return current.version === made && current.recordedBy === staffId && sameContent(content, current);
}

/** @throws Problem 412 where the client has not seen the current version */
function nextVersion(before: Assessment | null, precondition: Precondition): number {
  if (precondition.kind === 'create' && before === null) return 1;
  if (precondition.kind === 'amend' && before?.version === precondition.version) {
    return before.version + 1;
  }
  throw staleVersion(before && toAssessmentResponse(before));
}

function reasonFaults(before: Assessment | null, { state, amendmentReason }: AssessmentRequest): FieldFault[] {
  const faults: FieldFault[] = [];
  if (state === 'entered-in-error' && (before === null || before.state === state)) {
    const message = 'There is no entry in this slot that could be taken back.';
    faults.push({ pointer: '/state', rule: 'nothing-to-take-back', message });
  }
  if (before !== null && !amendmentReason) {
    const message = 'Say why the entry is amended; the earlier version is kept beside it.';
    faults.push({ pointer: '/amendmentReason', rule: 'reason-missing', message });
  }
  return faults;
}

/** Before this entry the dates of the course were right, so what is wrong now is wrong by this entry. */
function fieldOfDate({ assessedOn }: Content): string {
  return assessedOn === null ? '/state' : '/assessedOn';
}
