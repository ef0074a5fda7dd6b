import type { CourseRecord, SlotRecord } from '../../domain/course/record/course-record.js';
import type { CourseBasics } from '../../courses/course.repository.js';
import type { AssessmentVersion, Assessment } from '../entries/assessment.entity.js';

type Content = Pick<
  Assessment | AssessmentVersion,
  'slot' | 'state' | 'total' | 'answers' | 'assessedOn' | 'missedReason'
>;

/** A course and what is recorded of it, as the domain sees it: an entry made in error is no entry. */
export function toCourseRecord(course: CourseBasics, rows: readonly Content[]): CourseRecord {
  const { kind, startedOn, protocol, stoppedOn, stoppedReason, underWayOn } = course;
  const stopped = stoppedOn === null || stoppedReason === null ? null : { on: stoppedOn, reason: stoppedReason };
  return { kind, startedOn, protocol, stopped, underWayOn, slots: rows.flatMap(toSlotRecord) };
}

function toSlotRecord(row: Content): SlotRecord[] {
  const { slot, state, total, answers, assessedOn, missedReason } = row;
  if (state === 'entered-in-error') return [];
  return [{ slot, state, total, answers, assessedOn, missedReason }];
}
