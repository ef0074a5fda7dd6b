import type { CourseBasics } from '../../courses/course.repository.js';
import { checkDates } from '../../domain/course/rules/date-rules.js';
import { softWarnings } from '../../domain/course/rules/warnings.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { faultsAt, orProblem, Problem, type FieldFault } from '../../http/problem.js';
import { staleVersion, type Precondition } from '../../http/version.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { toCourseRecord } from '../course-detail/course-record.js';
import { contentOf, sameContent, type Content } from './assessment-content.js';
import { toAssessmentResponse } from './assessment.dto.js';
import type { AssessmentRequest } from './assessment-request.dto.js';
import type { AssessmentVersion, Entry } from './assessment.entity.js';
import type { Recording } from './assessment.repository.js';
import { confirmationNeeded, faultyEntry } from './refused-entry.js';

/** What is to be recorded at a slot, and what the person saw there. */
export interface EntryToRecord {
  slot: SlotName;
  precondition: Precondition;
  request: AssessmentRequest;
}

/** An entry that may be recorded, or was by the same request before. */
export type Judged =
  { isNew: true; row: AssessmentVersion; answersBefore: Entry['answers'] } | { isNew: false; row: Entry };

/** A locked course with its current entries, on a day of its clinic. */
interface CourseAtHand {
  courseId: string;
  course: CourseBasics;
  rows: readonly Entry[];
  today: string;
}

/**
 * Which of these entries of different slots may be recorded, each after those before it?
 * @returns For each the version to add, or the Problem with every fault, warning or newer version.
 */
export function judgeInTurn(actor: Actor, at: CourseAtHand, entries: readonly EntryToRecord[]): (Judged | Problem)[] {
  let { rows } = at;
  return entries.map((entry) => {
    const one = orProblem(() => judged(actor, { ...at, rows }, entry));
    if (one instanceof Problem || !one.isNew) return one;
    rows = [...rows.filter(({ slot }) => slot !== entry.slot), { ...one.row, recordedByName: null }];
    return one;
  });
}

function judged(
  actor: Actor,
  { courseId, course, rows, today }: CourseAtHand,
  { slot, precondition, request }: EntryToRecord,
): Judged {
  const { content, faults } = contentOf(request);
  const before = rows.find((row) => row.slot === slot) ?? null;
  if (before && faults.length === 0 && isRetry(before, precondition, content, actor)) {
    return { isNew: false, row: before };
  }
  const version = nextVersion(before, precondition);
  faults.push(...reasonFaults(before, request));
  const record = toCourseRecord(course, [...rows.filter((row) => row.slot !== slot), { ...content, slot }]);
  faults.push(...faultsAt(() => fieldOfDate(content), checkDates(record, today)));
  if (faults.length > 0) throw faultyEntry(faults, content);
  const warnings = softWarnings(record, slot);
  const { amendmentReason = null, overrideReason = null } = request;
  const unusual = warnings.length > 0;
  if (unusual && overrideReason === null) throw confirmationNeeded(warnings, content);
  const reasons = { amendmentReason, overrideReason: unusual ? overrideReason : null };
  const row = { ...content, ...reasons, courseId, slot, version, ...recordingBy(actor) };
  return { isNew: true, row, answersBefore: before?.answers ?? null };
}

function recordingBy({ clinicId, staffId, at, requestId }: Actor): Recording {
  return { clinicId, recordedAt: at, recordedBy: staffId, requestId };
}

/** Did this person's same request, sent before, make the current version? */
function isRetry(current: Entry, precondition: Precondition, content: Content, { staffId }: Actor): boolean {
  const made = precondition.kind === 'create' ? 1 : precondition.version + 1;
  return current.version === made && current.recordedBy === staffId && sameContent(content, current);
}

/** @throws Problem 412 where the client has not seen the current version */
function nextVersion(before: Entry | null, precondition: Precondition): number {
  if (precondition.kind === 'create' && before === null) return 1;
  if (precondition.kind === 'amend' && before?.version === precondition.version) {
    return before.version + 1;
  }
  throw staleVersion(before && toAssessmentResponse(before));
}

function reasonFaults(before: Entry | null, { state, amendmentReason }: AssessmentRequest): FieldFault[] {
  const faults: FieldFault[] = [];
  if (state === 'entered-in-error' && (before === null || before.state === state)) {
    const message = 'There is no entry in this slot that could be taken back.';
    faults.push({ pointer: '/state', rule: 'nothing-to-take-back', message });
  }
  if (before !== null && !amendmentReason) {
    const message = 'Say why the entry is amended; the earlier version is kept beside it.';
    faults.push({ pointer: '/amendmentReason', rule: 'reason-missing', message });
  }
  if (before === null && amendmentReason) {
    const message = 'A first entry amends nothing; leave the reason out, or put it into the note.';
    faults.push({ pointer: '/amendmentReason', rule: 'unexpected', message });
  }
  return faults;
}

/** Before this entry the dates of the course were right, so what is wrong now is wrong by this entry. */
function fieldOfDate({ assessedOn }: Content): string {
  return assessedOn === null ? '/state' : '/assessedOn';
}
