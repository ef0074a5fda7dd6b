import { ITEM_COUNT } from '../../domain/cudos/items.js';
import { compareSlots, type SlotName } from '../../domain/course/record/slots.js';
import { courseStatus } from '../../domain/course/judgement/status.js';
import type { TableCell } from '../../http/csv-lines.js';
import { toCourseRecord } from '../../assessments/course-detail/course-record.js';
import type { ExportedCourse, ExportedEntry } from './export.repository.js';
import { headerOf, INFUSION_SLOTS, visitField, type Field, type PlainField } from '../reading/fields.js';

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
): TableCell[] {
  const { number, protocol, startedOn, stoppedOn, ...rest } = course;
  const cells = new Map<Field, TableCell>([
    ...PLAIN.map((field): [Field, TableCell] => [field, rest[field as keyof typeof rest] ?? null]),
    ['courseNumber', number],
    ['protocol', protocol.join(' ')],
    ['startedOn', dayCell(startedOn)],
    ['stoppedOn', dayCell(stoppedOn)],
    ...entries.filter(isReadable).flatMap(visitCells),
  ]);
  return fields.map((field) => cells.get(field) ?? null);
}

function isReadable({ state, total }: ExportedEntry): boolean {
  return state === 'missed' || (state === 'scored' && total !== null);
}

function dayCell(day: string | null): TableCell {
  return day === null ? null : { day };
}

function visitCells({ slot, total, assessedOn, missedReason, note }: ExportedEntry) {
  return [
    [visitField('date', slot), dayCell(assessedOn)],
    [visitField('score', slot), total],
    [visitField('missed', slot), missedReason],
    [visitField('note', slot), note],
  ] as [Field, TableCell][];
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
  'course_status',
];

/**
 * How are the scores of a course written in a spreadsheet?
 *
 * Input: a course, its entries, and today's calendar date at the clinic. Output: one row for the current entry of each
 * slot, those taken back among them; the status of the course is in each.
 */
export function scoreRows(course: ExportedCourse, entries: readonly ExportedEntry[], today: string): TableCell[][] {
  const { chartNumber, number, kind, indication } = course;
  const status = courseStatus(toCourseRecord(course, entries), today);
  return entries.map(({ slot, state, total, answers, ...entry }) => {
    const { assessedOn, missedReason, note, version, recordedAt, recordedBy } = entry;
    const items = ITEMS.map((at) => answers?.[at] ?? null);
    const recorded = [version, recordedAt.toISOString(), recordedBy];
    const visit = [slot, state, total, ...items, dayCell(assessedOn), missedReason, note];
    return [chartNumber, number, kind, indication, ...visit, ...recorded, status];
  });
}

/** The first row of a spreadsheet of courses. */
export function courseHeaders(fields: readonly Field[]): string[] {
  return fields.map(headerOf);
}
