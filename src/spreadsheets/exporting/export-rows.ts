import { ITEM_COUNT } from '../../domain/cudos/items.js';
import { compareSlots, type SlotName } from '../../domain/course/record/slots.js';
import type { ExportedCourse, ExportedEntry } from './export.repository.js';
import { headerOf, INFUSION_SLOTS, visitField, type Field, type PlainField } from '../reading/fields.js';

export type ExportedCell = string | number | null;

const PLAIN: PlainField[] = [
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
];

/**
 * Which columns does a spreadsheet of courses have?
 *
 * Input: the follow-ups there are. Output: the fields in the order of their columns: the course, the six visits, the
 * post-series score, the follow-ups.
 */
export function courseFields(followUps: readonly SlotName[]): Field[] {
  const slots: SlotName[] = [...INFUSION_SLOTS, 'post-series', ...[...followUps].sort(compareSlots)];
  const visits = slots.flatMap((slot) => [
    visitField('date', slot),
    visitField('score', slot),
    visitField('missed', slot),
    visitField('note', slot),
  ]);
  return [...PLAIN, ...visits];
}

/**
 * How is a course written in a spreadsheet?
 *
 * Input: a course, its entries and the columns. Output: one cell a column. A visit that was taken back, or that has
 * answers without a total, is left empty: it has no score that could be read back.
 */
export function courseCells(
  course: ExportedCourse,
  entries: readonly ExportedEntry[],
  fields: readonly Field[],
): ExportedCell[] {
  const { number, protocol, ...rest } = course;
  const cells = new Map<Field, ExportedCell>([
    ...PLAIN.map((field): [Field, ExportedCell] => [field, rest[field as keyof typeof rest] ?? null]),
    ['courseNumber', number],
    ['protocol', protocol.join(' ')],
    ...entries.filter(isReadable).flatMap(visitCells),
  ]);
  return fields.map((field) => cells.get(field) ?? null);
}

function isReadable({ state, total }: ExportedEntry): boolean {
  return state === 'missed' || (state === 'scored' && total !== null);
}

function visitCells({ slot, total, assessedOn, missedReason, note }: ExportedEntry) {
  return [
    [visitField('date', slot), assessedOn],
    [visitField('score', slot), total],
    [visitField('missed', slot), missedReason],
    [visitField('note', slot), note],
  ] as [Field, ExportedCell][];
}

const ITEMS = Array.from({ length: ITEM_COUNT }, (_, at) => at);

/** The columns of a spreadsheet of scores, one row a slot. */
export const SCORE_HEADERS: readonly string[] = [
  'chart_number',
  'course_number',
  'kind',
  'indication',
  'slot',
  'state',
  'total',
  ...ITEMS.map((at) => `item_${at + 1}`),
  'assessed_on',
  'missed_reason',
  'note',
  'version',
  'recorded_at',
  'recorded_by',
];

/** One row for the current entry of each slot, those taken back among them. */
export function scoreCells(
  { chartNumber, number, kind, indication }: ExportedCourse,
  { slot, state, total, answers, ...entry }: ExportedEntry,
): ExportedCell[] {
  const { assessedOn, missedReason, note, version, recordedAt, recordedBy } = entry;
  const items = ITEMS.map((at) => answers?.[at] ?? null);
  const recorded = [version, recordedAt.toISOString(), recordedBy];
  const course = [chartNumber, number, kind, indication];
  return [...course, slot, state, total, ...items, assessedOn, missedReason, note, ...recorded];
}

/** The first row of a spreadsheet of courses. */
export function courseHeaders(fields: readonly Field[]): string[] {
  return fields.map(headerOf);
}
