import { likelyDay } from '../../domain/course/rules/likely-day.js';
import type { Assessment } from './entry';

/** A slot of a course, by the days around it. */
interface DatedSlot {
  recorded: Assessment | null;
  /** Its planned day, where it has one. */
  dueOn: string | null;
  /** The day of the next of the six infusions that has one. */
  nextOn: string | null;
}

/**
 * The day that is proposed for an entry: the recorded one where it is amended; else a visit was missed on its planned
 * day, and a score is of today where that can be.
 */
export function proposedDay({ recorded, dueOn, nextOn }: DatedSlot, state: 'scored' | 'missed', today: string): string {
  if (recorded?.assessedOn) return recorded.assessedOn;
  return state === 'missed' && dueOn !== null && dueOn < today ? dueOn : likelyDay({ dueOn, nextOn }, today);
}
