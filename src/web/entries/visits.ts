import { percentReductionOf, reductionOf } from '../../domain/course/judgement/reduction';
import { compareSlots, parseSlot, slotLabel, type SlotName } from '../../domain/course/record/slots';
import type { Schemas } from '../api/client';
import type { Assessment, Course } from './entry';
import { capital } from '../../domain/numbers/words';

/** A visit of a course as the page lists it: one of the six, or one after the series. */
export interface Visit {
  slot: SlotName;
  label: string;
  state: Schemas['SlotResponse']['state'] | 'taken-back';
  dueOn: string | null;
  /** The day of the next of the six that has one. */
  nextOn: string | null;
  missedReason: Schemas['SlotResponse']['missedReason'];
  recorded: Assessment | null;
  /** Points since the baseline, positive is better; null where there is nothing to compare. */
  reduction: number | null;
  /** The same in percent of the baseline; null also for a baseline of 0. */
  percentReduction: number | null;
}

export function visitsOf(course: Course): Visit[] {
  const [first] = course.slots;
  const baseline = first?.state === 'scored' ? (first.recorded?.total ?? null) : null;
  const six = course.slots.flatMap((slot, at) =>
    visitAt(slot.slot, { ...slot, nextOn: nextOnAfter(course.slots, at) }, baseline),
  );
  const later = course.afterSeries.flatMap((recorded) => {
    const state = recorded.state === 'entered-in-error' ? 'taken-back' : recorded.state;
    const { missedReason } = recorded;
    const dueOn = course.afterSeriesDue.find(({ slot }) => slot === recorded.slot)?.dueOn ?? null;
    return visitAt(recorded.slot, { state, dueOn, nextOn: null, missedReason, recorded }, baseline);
  });
  const planned = course.afterSeriesDue
    .filter(({ recorded }) => recorded === null)
    .flatMap((visit) => visitAt(visit.slot, { ...visit, nextOn: null, missedReason: null }, baseline));
  return [...six, ...[...later, ...planned].sort((a, b) => compareSlots(a.slot, b.slot))];
}

function nextOnAfter(slots: readonly Schemas['SlotResponse'][], at: number): string | null {
  const dated = slots
    .slice(at + 1)
    .find(({ state, recorded }) => (state === 'scored' || state === 'missed') && recorded?.assessedOn);
  return dated?.recorded?.assessedOn ?? null;
}

type Known = Pick<Visit, 'state' | 'dueOn' | 'nextOn' | 'missedReason' | 'recorded'>;

function visitAt(name: string, { state, recorded, ...rest }: Known, baseline: number | null): Visit[] {
  const slot = parseSlot(name);
  if (slot === null) return [];
  const total = state === 'scored' ? (recorded?.total ?? null) : null;
  const compared = slot !== 'infusion-1' && baseline !== null && total !== null;
  const reduction = compared ? reductionOf(baseline, total) : null;
  const percentReduction = compared ? percentReductionOf(baseline, total) : null;
  const label = capital(slotLabel(slot));
  return [{ slot, label, state, recorded, ...rest, reduction, percentReduction }];
}
