import type { ClinicDays } from '../../../../domain/calendar/clinic-days.js';
import { marksBy } from '../../../../domain/course/judgement/marks.js';
import { slotStates } from '../../../../domain/course/judgement/slot-states.js';
import { courseStatus } from '../../../../domain/course/judgement/status.js';
import { sixScoresOf } from '../../../../domain/course/record/course-record.js';
import { INFUSION_NUMBERS, infusionSlot, type SlotName } from '../../../../domain/course/record/slots.js';
import { courseRecordOf, recordedAt } from '../../../entries/course-record';
import type { Assessment, Course, Entry } from '../../../entries/entry';
import { cellKey, type Row } from './cells';
import type { PendingWrite } from '../../../entries/outbox/pending-write';

/** Today's calendar date at the clinic, and the days on which it treats. */
export interface CourseDay {
  today: string;
  clinicDays: ClinicDays;
}

export const INFUSION_SLOTS: readonly SlotName[] = INFUSION_NUMBERS.map(infusionSlot);

/** The row of a course on a day: what is recorded, under what was typed and is not saved yet. */
export function rowOf(
  course: Course,
  pendings: ReadonlyMap<string, PendingWrite>,
  saved: ReadonlySet<string>,
  { today, clinicDays }: CourseDay,
): Row {
  const addresses = INFUSION_NUMBERS.map((infusion) => ({ courseId: course.id, infusion }));
  const pending = addresses.map((address) => pendings.get(cellKey(address)) ?? null);
  const entryAt = (at: number) => entryBeingSaved(pending[at] ?? null);
  const record = courseRecordOf(course, INFUSION_SLOTS, (slot) => entryAt(INFUSION_SLOTS.indexOf(slot)));
  const states = slotStates(record, today, clinicDays);
  const cells = addresses.map((address, at) => ({
    address,
    state: states[at]?.state ?? 'due',
    dueOn: states[at]?.dueOn ?? null,
    nextOn: states.slice(at + 1).find(({ on }) => on !== null)?.on ?? null,
    recorded: recordedAt(course, infusionSlot(address.infusion)),
    pending: pending[at] ?? null,
    savedHere: saved.has(cellKey(address)),
  }));
  const completed = courseStatus(record, today) === 'completed';
  const status = completed ? 'completed' : course.status;
  const marks = marksBy(status, sixScoresOf(record), course.reliableChangeThreshold);
  return { course, status, marks, cells };
}

/** The course with another entry at one of its slots. */
export function withRecorded(course: Course, slot: string, recorded: Assessment | null): Course {
  const slots = course.slots.map((one) => (one.slot === slot ? { ...one, recorded } : one));
  return { ...course, slots };
}

/** The course as it was read, but with what was recorded here after it was read. */
export function newest(read: Course, known: Course | undefined): Course {
  if (known === undefined) return read;
  const slots = read.slots.map((slot) => {
    const recorded = known.slots.find((other) => other.slot === slot.slot)?.recorded ?? null;
    const isNewer = recorded !== null && recorded.version > (slot.recorded?.version ?? 0);
    return isNewer ? { ...slot, recorded } : slot;
  });
  return { ...read, slots };
}

/** Only what will be saved as it is typed moves the planned days of the infusions after it. */
function entryBeingSaved(pending: PendingWrite | null): Entry | undefined {
  if (pending?.phase.kind !== 'saving' && pending?.phase.kind !== 'kept') return undefined;
  return (pending.next ?? pending.write).entry;
}
