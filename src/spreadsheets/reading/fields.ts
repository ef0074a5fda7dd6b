import {
  followUpSlot,
  followUpWeeks,
  INFUSION_NUMBERS,
  infusionNumber,
  infusionSlot,
  MAX_FOLLOW_UP_WEEKS,
  type SlotName,
} from '../../domain/course/record/slots.js';

/** What a cell says of one visit. */
export type VisitPart = 'date' | 'score' | 'missed' | 'note';
export type VisitField = `${VisitPart}:${SlotName}`;

/** What a column may mean that is not about one visit of the six, in the order of an export; the last are for files with one row a visit. */
export const PLAIN_FIELDS = [
  'chartNumber',
  'initials',
  'birthYear',
  'sex',
  'courseNumber',
  'kind',
  'indication',
  'startedOn',
  'protocol',
  'clinician',
  'stoppedReason',
  'stoppedOn',
  'stoppedNote',
  'errors',
  'visit',
  'visitInstance',
  'visitDate',
  'visitScore',
  'visitMissed',
  'visitInstrument',
] as const;
export type PlainField = (typeof PLAIN_FIELDS)[number];
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
    note: visitField('note', slot),
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

/** @example holdsDates('date:infusion-3') // true */
export function holdsDates(field: Field): boolean {
  return field.startsWith('date:') || field === 'startedOn' || field === 'stoppedOn' || field === 'visitDate';
}

const PARTS = { date: 'date', score: 'score', missed: 'missed_reason', note: 'note' } as const;

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

/** Every visit that a column may be about, in the order of time. */
export const SLOTS: readonly SlotName[] = [
  ...INFUSION_SLOTS,
  'post-series',
  ...Array.from({ length: MAX_FOLLOW_UP_WEEKS }, (_, at) => followUpSlot(at + 1)).filter((slot) => slot !== null),
];
export const VISIT_PARTS = ['date', 'score', 'missed', 'note'] as const satisfies readonly VisitPart[];

const BY_NAME: ReadonlyMap<string, Field> = new Map(
  [...PLAIN_FIELDS, ...SLOTS.flatMap((slot) => VISIT_PARTS.map((part) => visitField(part, slot)))].map((field) => [
    headerOf(field),
    field,
  ]),
);

/**
 * Which field does the service itself call so?
 *
 * @example fieldNamed('score_3') // 'score:infusion-3'
 * @example fieldNamed('Score 3') // null
 */
export function fieldNamed(name: string): Field | null {
  return BY_NAME.get(name) ?? null;
}
