import type { MissedReason } from '../../domain/course/record/stop-reasons.js';
import type { Schemas } from '../api/client';

/** A course with what is recorded at each of its slots. */
export type Course = Schemas['CourseDetailResponse'];

/** What is recorded at a slot: the newest version, also where it was taken back. */
export type Assessment = Schemas['AssessmentResponse'];

/** What a person says of one slot. */
export type Entry = Pick<Assessment, 'state' | 'total' | 'answers' | 'assessedOn' | 'missedReason' | 'note'>;

type Day = Pick<Entry, 'assessedOn' | 'note'>;

const EMPTY = { total: null, answers: null, assessedOn: null, missedReason: null, note: null };

/** Takes back what is recorded. */
export const TAKEN_BACK: Entry = { state: 'entered-in-error', ...EMPTY };

/** A total without its answers; null where what was typed is no number, which the service refuses. */
export function totalEntry(total: number | null, day: Day): Entry {
  return { ...EMPTY, state: 'scored', total, ...day };
}

/** The 18 answers of the form; the service computes their total. */
export function formEntry(answers: (number | null)[], day: Day): Entry {
  return { ...EMPTY, state: 'scored', answers, ...day };
}

export function missedEntry(missedReason: MissedReason | null, day: Day): Entry {
  return { ...EMPTY, state: 'missed', missedReason, ...day };
}

/** What is recorded, as it would be written again; null where there is nothing, or it was taken back. */
export function entryOf(assessment: Assessment | null): Entry | null {
  if (assessment === null || assessment.state === 'entered-in-error') return null;
  const { state, total, answers, assessedOn, missedReason, note } = assessment;
  return { state, total, answers, assessedOn, missedReason, note };
}

export function isSameEntry(a: Entry | null, b: Entry | null): boolean {
  const text = (e: Entry | null) =>
    e && JSON.stringify([e.state, e.total, e.answers, e.assessedOn, e.missedReason, e.note]);
  return text(a) === text(b);
}
