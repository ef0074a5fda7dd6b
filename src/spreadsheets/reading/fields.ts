import {
  followUpWeeks,
  INFUSION_NUMBERS,
  infusionNumber,
  infusionSlot,
  type SlotName,
} from '../../domain/course/record/slots.js';

/** What a cell says of one visit. */
export type VisitPart = 'date' | 'score' | 'missed';
export type VisitField = `${VisitPart}:${SlotName}`;

/** What a column of a spreadsheet may mean, one row a course. */
export type PlainField =
  | 'chartNumber'
  | 'initials'
  | 'birthYear'
  | 'sex'
  | 'courseNumber'
  | 'kind'
  | 'indication'
  | 'startedOn'
  | 'protocol'
  | 'clinician'
  | 'stoppedReason'
  | 'stoppedOn'
  | 'stoppedNote'
  | 'errors';
export type Field = PlainField | VisitField;

/** The six infusions, in order. */
export const INFUSION_SLOTS: readonly SlotName[] = INFUSION_NUMBERS.map(infusionSlot);

/**
 * Which field holds this part of a visit?
 *
 * @example visitField('score', 'infusion-3') // 'score:infusion-3'
 */
export function visitField(part: VisitPart, slot: SlotName): VisitField {
  return `${part}:${slot}`;
}

/** The fields of one visit, named once for all rows of a file. */
export type VisitFields = { slot: SlotName } & Record<VisitPart, VisitField>;

export function visitFields(slot: SlotName): VisitFields {
  return {
    slot,
    date: visitField('date', slot),
    score: visitField('score', slot),
    missed: visitField('missed', slot),
  };
}

/**
 * Which visit is this field about?
 *
 * Output: its slot; null for what is said of the whole course.
 *
 * @example slotOfField('missed:follow-up-4') // 'follow-up-4'
 */
export function slotOfField(field: Field): SlotName | null {
  const [part, slot] = field.split(':');
  return slot === undefined || part === undefined ? null : (slot as SlotName);
}

const PARTS = { date: 'date', score: 'score', missed: 'missed_reason' } as const;

/**
 * What does the service call the column of this field when it writes a spreadsheet?
 *
 * @example headerOf('score:infusion-3') // 'score_3'
 * @example headerOf('date:follow-up-4') // 'follow_up_4_date'
 */
export function headerOf(field: Field): string {
  const slot = slotOfField(field);
  if (slot === null) return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const part = PARTS[field.split(':')[0] as VisitPart];
  const infusion = infusionNumber(slot);
  if (infusion !== null) return `${part}_${infusion}`;
  const weeks = followUpWeeks(slot);
  return weeks === null ? `post_series_${part}` : `follow_up_${weeks}_${part}`;
}
