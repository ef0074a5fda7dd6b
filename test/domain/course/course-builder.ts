import type { CourseRecord, SlotRecord } from '../../../src/domain/course/record/course-record.js';
import type { SlotName } from '../../../src/domain/course/record/slots.js';

/** An induction of 2 March 2026 by the customary plan, with nothing recorded. */
export function courseWith(slots: SlotRecord[] = [], changes: Partial<CourseRecord> = {}): CourseRecord {
  return {
    kind: 'induction',
    startedOn: '2026-03-02',
    protocol: [0, 3, 7, 10, 14, 17],
    stopped: null,
    underWayOn: null,
    slots,
    ...changes,
  };
}

export function scored(slot: SlotName, total: number | null, assessedOn: string | null): SlotRecord {
  return { slot, state: 'scored', total, answers: null, assessedOn, missedReason: null };
}

export function missed(slot: SlotName, assessedOn: string | null = null): SlotRecord {
  return { slot, state: 'missed', total: null, answers: null, assessedOn, missedReason: 'illness' };
}

/** The planned days of `courseWith`, counted by hand on a calendar. */
export const PLANNED_DAYS = [
  '2026-03-02',
  '2026-03-05',
  '2026-03-09',
  '2026-03-12',
  '2026-03-16',
  '2026-03-19',
] as const;

/** Totals at infusions 1-6 on their planned days; null leaves the slot empty. */
export function scoredSeries(...totals: (number | null)[]): SlotRecord[] {
  return totals.flatMap((total, index) =>
    total === null ? [] : [scored(`infusion-${index + 1}` as SlotName, total, PLANNED_DAYS[index] ?? null)],
  );
}
