import type { CourseRecord } from '../../../domain/course/record/course-record';
import { parseSlot, type SlotName } from '../../../domain/course/record/slots';
import { totalOf } from '../../../domain/cudos/score';
import { courseRecordOf } from '../../entries/course-record';
import { formEntry, type Course } from '../../entries/entry';
import { visitsOf } from '../../entries/visits';
import type { FormValues } from './form-values';

/** The planned day of a slot and the day of the next visit, for the day that is proposed. */
export function plannedAt(course: Course, slot: SlotName): { dueOn: string | null; nextOn: string | null } {
  return visitsOf(course).find((visit) => visit.slot === slot) ?? { dueOn: null, nextOn: null };
}

/** The course as it would be with this form, as the domain sees it. */
export function courseWith(
  course: Course,
  slot: SlotName,
  { answers, assessedOn }: Pick<FormValues, 'answers' | 'assessedOn'>,
): CourseRecord {
  const form = { ...formEntry(answers, { assessedOn, note: null }), total: totalOf(answers) };
  const recorded = [...course.slots, ...course.afterSeries].flatMap((one) => parseSlot(one.slot) ?? []);
  return courseRecordOf(course, [...new Set([...recorded, slot])], (at) => (at === slot ? form : undefined));
}
