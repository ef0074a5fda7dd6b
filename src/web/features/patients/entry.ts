import { likelyDay } from '../../../domain/course/rules/likely-day';
import { followUpSlot, MAX_FOLLOW_UP_WEEKS, type SlotName } from '../../../domain/course/record/slots';
import type { Schemas } from '../../api/client';
import { fieldOf } from '../../components/form';
import { numberOrNull, textOrNull } from './typed';
import type { Visit } from './visits';

const LATER = 'later';

export type Recorded = Schemas['AssessmentResponse'];
export type EntryKind = 'score' | 'missed' | 'take-back';

/** What a person is about to say of a visit. */
export interface Entry {
  kind: EntryKind;
  /** Null: one after the series, which the person chooses. */
  slot: SlotName | null;
  /** What stands there; null where nothing was ever recorded. */
  recorded: Recorded | null;
  /** Its planned day, where it has one. */
  dueOn: string | null;
  /** The day of the next visit that has one. */
  nextOn: string | null;
}

/** What its dialog is called on its page, also where what is typed into it is kept. */
export function nameOf({ kind, slot }: Pick<Entry, 'kind' | 'slot'>): string {
  return `${kind} ${slot ?? LATER}`;
}

/** The beginning of what is kept of the visits of a course. */
export function visitsDraft(courseId: string): string {
  return `visit ${courseId}`;
}

/** The entry that is called so, as the visits stand now; null for none. */
export function entryNamed(name: string | null, visits: readonly Visit[]): Entry | null {
  const [kind, slot] = (name ?? '').split(' ');
  if (!isKind(kind)) return null;
  if (slot === LATER) return { kind, slot: null, recorded: null, dueOn: null, nextOn: null };
  const visit = visits.find((one) => one.slot === slot);
  return visit ? entryAt(visit, kind) : null;
}

/** What is about to be said of this visit. */
export function entryAt({ slot, recorded, dueOn, nextOn }: Visit, kind: EntryKind): Entry {
  return { kind, slot, recorded, dueOn, nextOn };
}

function isKind(text: string | undefined): text is EntryKind {
  return text === 'score' || text === 'missed' || text === 'take-back';
}

/** The request that says so; a field that was not shown is left out. */
export function requestOf(kind: EntryKind, form: FormData): Schemas['AssessmentRequest'] {
  const reasons = {
    amendmentReason: textOrNull(form, 'amendmentReason'),
    overrideReason: textOrNull(form, 'overrideReason'),
  };
  if (kind === 'take-back') return { state: 'entered-in-error', ...reasons };
  const visit = { assessedOn: textOrNull(form, 'assessedOn'), note: textOrNull(form, 'note') };
  if (kind === 'score') return { state: 'scored', total: numberOrNull(form, 'total'), ...visit, ...reasons };
  const missedReason = textOrNull(form, 'missedReason') as Recorded['missedReason'];
  return { state: 'missed', missedReason, ...visit, ...reasons };
}

/**
 * The slot after the series that was chosen.
 * @throws Error that says what the weeks must be.
 */
export function laterSlotOf(form: FormData): SlotName {
  if (fieldOf(form, 'later') === 'post-series') return 'post-series';
  const slot = followUpSlot(Number(fieldOf(form, 'weeks')));
  if (slot !== null) return slot;
  throw new Error(`Weeks after the series must be a whole number from 1 to ${MAX_FOLLOW_UP_WEEKS}.`);
}

/** The day that is proposed: a missed visit was missed on its planned day, a score is of today where that can be. */
export function proposedDay({ kind, recorded, dueOn, nextOn }: Entry, today: string): string {
  if (recorded?.assessedOn) return recorded.assessedOn;
  return kind === 'missed' && dueOn !== null && dueOn < today ? dueOn : likelyDay({ dueOn, nextOn }, today);
}
