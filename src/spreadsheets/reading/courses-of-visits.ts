import { daysBetween } from '../../domain/calendar/calendar.js';
import { compareSlots, INFUSION_NUMBERS, infusionSlot, type SlotName } from '../../domain/course/record/slots.js';
import { readDate, type DateFormat, type DayCount } from '../../domain/spreadsheet/date-format.js';
import { seenText } from '../../domain/spreadsheet/plain-text.js';
import { headerOf, visitField, type Field, type PlainField } from './fields.js';
import { visitNamed, type Column } from './header-meaning.js';
import type { CellPlace, RowFault, TableRow } from './table.js';

/** A visit this many days after the one before begins another course, where nothing else says to which it belongs. */
const COURSE_GAP = 42;

/** Rows of one visit each, laid out as rows of one course each. */
export interface LaidOut {
  columns: Column[];
  rows: TableRow[];
  /** Rows without a score, a date or a reason, e.g. those of other forms. */
  empty: number;
}

interface Visit {
  row: TableRow;
  slot: SlotName | null;
  /** What a person wrote to name the visit. */
  named: string;
  instance: string;
  course: string;
  on: string | null;
}

interface CourseDraft {
  visits: Map<SlotName, Visit>;
  first: Visit;
  last: string | null;
  fault: RowFault | null;
}

/**
 * Which courses do rows of one visit each add up to?
 *
 * Input: the fields of the columns, the rows, and how they write dates. Output: a row for each course, with a column for
 * each visit there is, each cell knowing its place in the file. The visits of a patient are taken in the order of
 * their dates. A course ends where its number changes, where a visit comes that it has already, or, where the rows don't name their visits, after six visits or 42 days
 * without one. A visit whose name is none is a fault of its course.
 *
 * @example coursesOfVisits(['chartNumber', 'visit', 'visitDate', 'visitScore'], rows, 'iso', null).rows.length // 4
 */
export function coursesOfVisits(
  fields: readonly (Field | null)[],
  rows: readonly TableRow[],
  format: DateFormat,
  dayCount: DayCount | null,
): LaidOut {
  const at = (field: PlainField) => fields.indexOf(field);
  const { patients, empty } = visitsByPatient(fields, rows, format, dayCount);
  const drafts = [...patients.values()].flatMap(draftsOf).sort((a, b) => a.first.row.row - b.first.row.row);
  const slots = [...new Set(drafts.flatMap(({ visits }) => [...visits.keys()]))].sort(compareSlots);
  if (!slots.includes('infusion-1')) slots.unshift('infusion-1');
  const plain = fields.flatMap((field, place) =>
    field !== null && !field.startsWith('visit') && !field.includes(':') ? [place] : [],
  );
  const parts = VISIT_FIELDS.filter(([field]) => at(field) >= 0);
  const columns = [
    ...plain.map((place) => columnOf(fields[place] ?? null)),
    ...slots.flatMap((slot) => parts.map(([, part]) => columnOf(visitField(part, slot)))),
  ];
  return {
    columns,
    rows: drafts.map((draft) =>
      courseRowOf(
        draft,
        slots,
        plain,
        parts.map(([field]) => at(field)),
      ),
    ),
    empty,
  };
}

/** The visits of each patient, and how many rows hold none. */
function visitsByPatient(
  fields: readonly (Field | null)[],
  rows: readonly TableRow[],
  format: DateFormat,
  dayCount: DayCount | null,
) {
  const text = (row: TableRow, field: PlainField) => seenText(row.cells[fields.indexOf(field)] ?? '');
  const patients = new Map<string, Visit[]>();
  let empty = 0;
  for (const row of rows) {
    if (VISIT_FIELDS.every(([field]) => text(row, field) === '')) {
      empty += 1;
      continue;
    }
    const date = readDate(text(row, 'visitDate'), format, dayCount);
    const named = text(row, 'visit');
    const instance = text(row, 'visitInstance');
    const slot = named === '' && /^[1-6]$/.test(instance) ? visitNamed(instance) : visitNamed(named);
    const visit = { row, slot, named, instance, course: text(row, 'courseNumber'), on: date.ok ? date.value : null };
    const chart = text(row, 'chartNumber');
    const own = patients.get(chart);
    if (own) own.push(visit);
    else patients.set(chart, [visit]);
  }
  return { patients, empty };
}

/** The columns of a visit, and the part of it that each holds. */
const VISIT_FIELDS = [
  ['visitDate', 'date'],
  ['visitScore', 'score'],
  ['visitMissed', 'missed'],
] as const;

function columnOf(field: Field | null): Column {
  return { header: field === null ? '' : headerOf(field), field };
}

/** The visits of one patient, parted into courses. */
function draftsOf(visits: readonly Visit[]): CourseDraft[] {
  const inTime = visits.every(({ on }) => on !== null)
    ? [...visits].sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '') || a.row.row - b.row.row)
    : visits;
  const drafts: CourseDraft[] = [];
  for (const visit of inTime) {
    const draft = drafts.at(-1);
    if (draft && belongs(draft, visit)) add(draft, visit);
    else drafts.push(begun(visit));
  }
  return drafts;
}

function belongs({ visits, first, last }: CourseDraft, { slot, course, instance, named, on }: Visit): boolean {
  if (course !== first.course) return false;
  if (slot !== null)
    return !visits.has(slot) && !(named !== '' && instance !== first.instance && slot === 'infusion-1');
  if (named !== '') return true;
  const gap = last === null || on === null ? 0 : daysBetween(last, on);
  return visits.size < INFUSION_NUMBERS.length && gap <= COURSE_GAP;
}

function begun(visit: Visit): CourseDraft {
  const draft: CourseDraft = { visits: new Map(), first: visit, last: null, fault: null };
  add(draft, visit);
  return draft;
}

function add(draft: CourseDraft, visit: Visit): void {
  const next = INFUSION_NUMBERS.find((number) => !draft.visits.has(infusionSlot(number)));
  if (visit.slot === null && visit.named !== '') draft.fault ??= unclear(visit);
  else if (visit.slot !== null) draft.visits.set(visit.slot, visit);
  else if (next !== undefined) draft.visits.set(infusionSlot(next), visit);
  draft.last = visit.on ?? draft.last;
}

function unclear({ named, row: { row } }: Visit): RowFault {
  const message = `"${named}" in row ${row} names no visit of a course. Write infusion 1 to 6, post-series, or follow-up and its week.`;
  return { rule: 'visit-unclear', message, acceptable: false };
}

function courseRowOf(
  { visits, first, fault }: CourseDraft,
  slots: readonly SlotName[],
  plain: readonly number[],
  parts: readonly number[],
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
  const message = `The rows ${numbers} are one course, and say both "${said[0]}" and "${said[1]}". Make them the same.`;
  return { rule: 'visits-contradict', message, acceptable: false };
}
