import { addDays } from '../../domain/calendar/calendar.js';
import type { CourseRecord, SlotRecord } from '../../domain/course/record/course-record.js';
import type { Indication } from '../../domain/course/record/indications.js';
import { DEFAULT_PROTOCOL } from '../../domain/course/record/protocol.js';
import { INFUSION_NUMBERS, infusionSlot, type SlotName } from '../../domain/course/record/slots.js';
import type { MissedReason, StopReason } from '../../domain/course/record/stop-reasons.js';
import { answersWithTotal } from './answers.js';
import { delayed } from './clinic-days.js';
import { chance, pick, type Random } from './random.js';

/** A made-up course: what is recorded of it, and what the clinic keeps beside. */
export interface SampleCourse extends CourseRecord {
  readonly indication: Indication;
  /** Place of the treating clinician among the clinicians of the staff. */
  readonly clinician: 0 | 1 | 2;
  readonly stopped: {
    readonly on: string;
    readonly reason: StopReason;
    readonly note: string | null;
  } | null;
}

/** What became of a visit: a total, or why there is none. */
export type VisitResult = number | MissedReason;

const USUAL_INDICATIONS: readonly Indication[] = [
  'treatmentResistantDepression',
  'treatmentResistantDepression',
  'treatmentResistantDepression',
  'treatmentResistantDepression',
  'treatmentResistantDepression',
  'depression',
  'depression',
  'depression',
  'bipolarDepression',
  'ptsd',
];

/** An induction by the customary plan with nothing recorded yet. */
export function plannedCourse(random: Random, startedOn: string): SampleCourse {
  return {
    kind: 'induction',
    indication: pick(random, USUAL_INDICATIONS),
    startedOn,
    protocol: DEFAULT_PROTOCOL,
    clinician: pick(random, [0, 1, 2] as const),
    stopped: null,
    underWayOn: null,
    slots: [],
  };
}

/** The planned days of the six infusions. */
export function plannedDays({ startedOn, protocol }: SampleCourse): string[] {
  return protocol.map((days) => addDays(startedOn, days));
}

/** The days the patient came: the first as planned, the others now and then a day late. */
export function visitDays(random: Random, course: SampleCourse): string[] {
  return plannedDays(course).map((day, at) => (at === 0 ? day : delayed(random, day)));
}

/** Does the clinic keep the item answers of a course? It does for about one in five. */
export function keepsItems(random: Random): boolean {
  return chance(random, 0.2);
}

/** The course with the results of its first infusions, on these days; further days are left open. */
export function withInfusions(
  random: Random,
  course: SampleCourse,
  days: readonly string[],
  results: readonly VisitResult[],
  itemLevel: boolean,
): SampleCourse {
  const slots = INFUSION_NUMBERS.flatMap((infusion) => {
    const [on, result] = [days[infusion - 1], results[infusion - 1]];
    if (on === undefined || result === undefined) return [];
    return [slotRecord(random, infusionSlot(infusion), on, result, itemLevel)];
  });
  return { ...course, slots };
}

/** What is recorded of one visit. */
export function slotRecord(
  random: Random,
  slot: SlotName,
  assessedOn: string,
  result: VisitResult,
  itemLevel: boolean,
): SlotRecord {
  if (typeof result === 'string')
    return { slot, state: 'missed', total: null, answers: null, assessedOn, missedReason: result };
  const answers = itemLevel ? answersWithTotal(random, result) : null;
  return { slot, state: 'scored', total: result, answers, assessedOn, missedReason: null };
}
