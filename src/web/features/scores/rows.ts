import type { CourseRecord, SlotRecord } from '../../../domain/course/record/course-record.js';
import { slotStates } from '../../../domain/course/judgement/slot-states.js';
import { INFUSION_NUMBERS, infusionSlot, type InfusionNumber } from '../../../domain/course/record/slots.js';
import { keyOf, type Course, type Recorded, type Row } from './cells';
import { standing, type Entry } from './entry';
import type { Pending } from './pending';

/** The row of a course on a day: what is recorded, under what was typed and is on its way. */
export function rowOf(
  course: Course,
  pendings: ReadonlyMap<string, Pending>,
  saved: ReadonlySet<string>,
  today: string,
): Row {
  const places = INFUSION_NUMBERS.map((infusion) => ({ courseId: course.id, infusion }));
  const pendingOf = (infusion: InfusionNumber) => pendings.get(keyOf({ courseId: course.id, infusion })) ?? null;
  const record = recordWith(course, (infusion) => entryOnItsWay(pendingOf(infusion)));
  const states = slotStates(record, today);
  const cells = places.map((place, at) => ({
    place,
    state: states[at]?.state ?? 'due',
    dueOn: states[at]?.dueOn ?? null,
    nextOn: states.slice(at + 1).find(({ on }) => on !== null)?.on ?? null,
    recorded: recordedAt(course, place.infusion),
    pending: pendingOf(place.infusion),
    savedHere: saved.has(keyOf(place)),
  }));
  return { course, cells };
}

/** The course as the domain sees it, with other entries at some of its infusions; undefined leaves what is recorded. */
export function recordWith(
  course: Course,
  entryAt: (infusion: InfusionNumber) => Entry | null | undefined,
): CourseRecord {
  const { kind, startedOn, protocol, stopped } = course;
  const slots = INFUSION_NUMBERS.flatMap((infusion): SlotRecord[] => {
    const typed = entryAt(infusion);
    const entry = typed === undefined ? standing(recordedAt(course, infusion)) : typed;
    if (entry === null || entry.state === 'entered-in-error') return [];
    const { state, total, answers, assessedOn, missedReason } = entry;
    return [{ slot: infusionSlot(infusion), state, total, answers, assessedOn, missedReason }];
  });
  return { kind, startedOn, protocol, stopped, slots };
}

export function recordedAt(course: Course, infusion: InfusionNumber): Recorded | null {
  return course.slots.find(({ slot }) => slot === infusionSlot(infusion))?.recorded ?? null;
}

/** The course with another entry at one of its slots. */
export function withRecorded(course: Course, slot: string, recorded: Recorded | null): Course {
  const slots = course.slots.map((one) => (one.slot === slot ? { ...one, recorded } : one));
  return { ...course, slots };
}

/** The course as it was answered, but with what was recorded after the answer was made. */
export function newest(answered: Course, known: Course | undefined): Course {
  if (known === undefined) return answered;
  const slots = answered.slots.map((slot) => {
    const recorded = known.slots.find((other) => other.slot === slot.slot)?.recorded ?? null;
    const isNewer = recorded !== null && recorded.version > (slot.recorded?.version ?? 0);
    return isNewer ? { ...slot, recorded } : slot;
  });
  return { ...answered, slots };
}

/** Only what will be saved as it stands moves the planned days of the infusions after it. */
function entryOnItsWay(pending: Pending | null): Entry | undefined {
  if (pending?.phase.is !== 'saving' && pending?.phase.is !== 'kept') return undefined;
  return (pending.next ?? pending.write).entry;
}
