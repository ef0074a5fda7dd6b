import type { CourseRecord, SlotRecord } from '../../../domain/course/record/course-record';
import { likelyDay } from '../../../domain/course/rules/likely-day';
import { parseSlot, type SlotName } from '../../../domain/course/record/slots';
import { totalOf } from '../../../domain/cudos/score';
import type { Schemas } from '../../api/client';
import { visitsOf } from '../patients/visits';
import type { FormValues } from './form-values';

type Course = Schemas['CourseDetailResponse'];
type Recorded = Schemas['AssessmentResponse'];

/** What is recorded at a slot, also where it was taken back; null where nothing ever was. */
export function recordedAt(course: Course, slot: SlotName): Recorded | null {
  return allRecorded(course).find((entry) => entry.slot === slot) ?? null;
}

/** The day that is proposed for the answers at a slot. */
export function proposedDay(course: Course, slot: SlotName, today: string): string {
  const visit = visitsOf(course).find((one) => one.slot === slot);
  return visit ? likelyDay(visit, today) : today;
}

/** The course as it would be with this form, as the domain sees it. */
export function courseWith(
  course: Course,
  slot: SlotName,
  { answers, assessedOn: on }: Pick<FormValues, 'answers' | 'assessedOn'>,
): CourseRecord {
  const total = totalOf(answers);
  const form: SlotRecord = { slot, state: 'scored', total, answers, on, missedReason: null };
  const others = allRecorded(course).filter((entry) => entry.slot !== slot);
  const { kind, startedOn, protocol, stopped } = course;
  return { kind, startedOn, protocol, stopped, slots: [...others.flatMap(toSlotRecord), form] };
}

function allRecorded({ slots, afterSeries }: Course): Recorded[] {
  return [...slots.flatMap(({ recorded }) => recorded ?? []), ...afterSeries];
}

function toSlotRecord(entry: Recorded): SlotRecord[] {
  const { state, total, answers, assessedOn: on, missedReason } = entry;
  const slot = parseSlot(entry.slot);
  if (slot === null || state === 'entered-in-error') return [];
  return [{ slot, state, total, answers, on, missedReason }];
}
