import { compareSlots, type SlotName } from '../../../domain/course/record/slots.js';
import { seenText } from '../../../domain/spreadsheet/plain-text.js';
import { headerOf, visitField, type Field, type PlainField } from '../fields.js';
import type { Column } from '../header-meaning.js';
import type { CellPlace, RowFault, TableRow } from '../table.js';
import { draftsOf, isUnclear, type CourseDraft } from './course-drafts.js';
import { VISIT_FIELDS, visitsByPatient, type FileVisit, type VisitsWritten } from './visits-of-rows.js';

/** Rows of one visit each, laid out as rows of one course each. */
export interface LaidOut {
  columns: Column[];
  rows: TableRow[];
  /** Rows without a score, a date or a reason, e.g. those of other forms. */
  empty: number;
  /** Rows without a chart number, taken for those of the patient above. */
  below: number;
  /** Rows of other questionnaires, and what these are called. */
  others: { count: number; names: Set<string> };
  /** Visits that a course has no place for, such as a seventh, and how many of them have a score. */
  unclear: { visits: readonly FileVisit[]; scores: number };
  /** Those that begin a course of maintenance, as a seventh visit without a name does. */
  pastSix: readonly FileVisit[];
}

/**
 * Which courses do rows of one visit each add up to?
 *
 * Input: the fields of the columns, the rows, and how they write dates and number visits. Output: a row for each course, with a column for
 * each visit there is, each cell knowing its place in the file. The visits of a patient are taken in the order of
 * their dates. A course ends where its number changes, where a visit comes 42 days and more after the last that it has already, or, where the rows don't name their visits, after six visits or 42 days
 * without one. A seventh visit sooner than that begins a course of maintenance. A visit that comes again sooner is a fault of its
 * course. Visits whose names are none and rows of another questionnaire are left out.
 *
 * @example coursesOfVisits(['chartNumber', 'visit', 'visitDate', 'visitScore'], rows, how).rows.length // 4
 */
export function coursesOfVisits(
  fields: readonly (Field | null)[],
  rows: readonly TableRow[],
  how: VisitsWritten,
): LaidOut {
  const at = (field: PlainField) => fields.indexOf(field);
  const { patients, empty, below, others } = visitsByPatient(fields, rows, how);
  const all = [...patients.values()].flat();
  const unclear = all.filter(isUnclear);
  const drafts = [...patients.values()]
    .flatMap((visits) => draftsOf(visits.filter((visit) => !isUnclear(visit))))
    .sort((a, b) => a.first.row.row - b.first.row.row);
  const pastSix = drafts.filter(({ isPastSix }) => isPastSix);
  const saysKind = pastSix.length > 0 && at('kind') < 0;
  const slots = [...new Set(drafts.flatMap(({ visits }) => [...visits.keys()]))].sort(compareSlots);
  if (!slots.includes('infusion-1')) slots.unshift('infusion-1');
  const plain = fields.flatMap((field, place) =>
    field !== null && !field.startsWith('visit') && !field.includes(':') ? [place] : [],
  );
  const parts = VISIT_FIELDS.filter(([field]) => at(field) >= 0);
  const columns = [
    ...plain.map((place) => columnOf(fields[place] ?? null)),
    ...slots.flatMap((slot) => parts.map(([, part]) => columnOf(visitField(part, slot)))),
    ...(saysKind ? [columnOf('kind')] : []),
  ];
  const places = parts.map(([field]) => at(field));
  return {
    columns,
    rows: drafts.map((draft) => courseRowOf(draft, slots, plain, places, saysKind)),
    empty,
    below,
    others,
    unclear: { visits: unclear, scores: unclear.filter(({ row }) => row.cells[at('visitScore')]?.trim()).length },
    pastSix: pastSix.map(({ first }) => first),
  };
}

function columnOf(field: Field | null): Column {
  return { header: field === null ? '' : headerOf(field), field };
}

function courseRowOf(
  { visits, first, fault, isPastSix }: CourseDraft,
  slots: readonly SlotName[],
  plain: readonly number[],
  parts: readonly number[],
  saysKind: boolean,
): TableRow {
  const own = [...visits.values()].map(({ row }) => row);
  const rows = own.length > 0 ? own : [first.row];
  const cells: string[] = [];
  const from: (CellPlace | null)[] = [];
  const held: Record<number, string> = {};
  const put = (row: TableRow | undefined, column: number) => {
    const number = row?.held?.[column];
    if (number !== undefined) held[cells.length] = number;
    cells.push((column < 0 ? '' : row?.cells[column]) ?? '');
    from.push(row && column >= 0 ? [row.row, column] : null);
  };
  for (const column of plain) put(rows.find((row) => (row.cells[column] ?? '').trim() !== '') ?? first.row, column);
  for (const slot of slots) {
    const row = visits.get(slot)?.row;
    for (const column of parts) put(row, column);
  }
  if (saysKind) cells.push(isPastSix ? 'maintenance' : '');
  const contradicted = plain.find(
    (column) => new Set(rows.map((row) => seenText(row.cells[column] ?? '')).filter((text) => text !== '')).size > 1,
  );
  const wrong =
    fault ??
    rows.find((row) => row.fault)?.fault ??
    (contradicted === undefined ? null : contradiction(rows, contradicted));
  const number = Math.min(...rows.map(({ row }) => row));
  const hidden = rows.some((row) => row.hidden) ? { hidden: true as const } : {};
  return { row: number, cells, held, from, ...hidden, ...(wrong ? { fault: wrong } : {}) };
}

function contradiction(rows: readonly TableRow[], column: number): RowFault {
  const said = [...new Set(rows.map((row) => seenText(row.cells[column] ?? '')).filter((text) => text !== ''))];
  const numbers = rows.map(({ row }) => row).join(', ');
  const message = `The rows ${numbers} are one course, and say both "${said[0]?.slice(0, 40)}" and "${said[1]?.slice(0, 40)}". Make them the same.`;
  return { rule: 'visits-contradict', message, acceptable: false };
}
