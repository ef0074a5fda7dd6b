import { parseSlot, slotLabel, type SlotName } from '../../../domain/course/record/slots';

/** Which visit of which course. */
export interface SlotAddress {
  courseId: string;
  slot: SlotName;
}

/** The address as text, for maps and what is kept; it names no patient. */
export const slotKey = ({ courseId, slot }: SlotAddress): string => `${courseId}/${slot}`;

export function addressOfSlotKey(key: string): SlotAddress {
  const [courseId = '', slot = ''] = key.split('/');
  return { courseId, slot: parseSlot(slot) ?? 'post-series' };
}

/** The visit inside of a sentence: `infusion 3`, `score after the series`. */
export function visitWords(slot: SlotName): string {
  return slot === 'post-series' ? 'score after the series' : slotLabel(slot);
}
