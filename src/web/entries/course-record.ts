import type { CourseRecord, SlotRecord } from '../../domain/course/record/course-record.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { entryOf, type Assessment, type Course, type Entry } from './entry';

/** What is recorded at a slot, also where it was taken back; null where nothing ever was. */
export function recordedAt(course: Course, slot: SlotName): Assessment | null {
  const planned = course.slots.find((one) => one.slot === slot)?.recorded;
  return planned ?? course.afterSeries.find((one) => one.slot === slot) ?? null;
}

/** The totals at the six infusions; null where there is none. */
export function totalsOf({ slots }: Course): (number | null)[] {
  return slots.map(({ recorded }) => (recorded?.state === 'scored' ? recorded.total : null));
}

/**
 * The course as the domain sees it, of these slots, with other entries at some of them: undefined leaves what is
 * recorded, and null leaves the slot out.
 */
export function courseRecordOf(
  course: Course,
  slots: readonly SlotName[],
  entryAt: (slot: SlotName) => Entry | null | undefined,
): CourseRecord {
  const { kind, startedOn, protocol, stopped, underWayOn } = course;
  const records = slots.flatMap((slot): SlotRecord[] => {
    const typed = entryAt(slot);
    const entry = typed === undefined ? entryOf(recordedAt(course, slot)) : typed;
    if (entry === null || entry.state === 'entered-in-error') return [];
    const { state, total, answers, assessedOn, missedReason } = entry;
    return [{ slot, state, total, answers, assessedOn, missedReason }];
  });
  return { kind, startedOn, protocol, stopped, underWayOn, slots: records };
}
