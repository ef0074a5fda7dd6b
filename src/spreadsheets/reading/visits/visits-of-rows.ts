import type { SlotName } from '../../../domain/course/record/slots.js';
import { readDate, type DateFormat } from '../../../domain/spreadsheet/date-format.js';
import type { DayCount } from '../../../domain/spreadsheet/day-number.js';
import { seenText } from '../../../domain/spreadsheet/plain-text.js';
import type { Field, PlainField } from '../fields.js';
import { visitNamed, type FirstNumber } from '../header-meaning.js';
import type { TableRow } from '../table.js';

/** A row of a file with one row a visit. */
export interface FileVisit {
  row: TableRow;
  slot: SlotName | null;
  /** What a person wrote to name the visit. */
  named: string;
  instance: string;
  course: string;
  on: string | null;
}

/** How the rows write days, and from which number they count visits. */
export interface VisitsWritten {
  dateFormat: DateFormat;
  dayCount: DayCount | null;
  firstNumber: FirstNumber;
}

/** Which visits does each patient have, and how many rows hold none, or one of another questionnaire? */
export function visitsByPatient(
  fields: readonly (Field | null)[],
  rows: readonly TableRow[],
  { dateFormat, dayCount, firstNumber }: VisitsWritten,
) {
  const text = (row: TableRow, field: PlainField) => seenText(row.cells[fields.indexOf(field)] ?? '');
  const patients = new Map<string, FileVisit[]>();
  const others = { count: 0, names: new Set<string>() };
  let [empty, below] = [0, 0];
  let chart = '';
  for (const row of rows) {
    const instrument = text(row, 'visitInstrument');
    if (instrument !== '' && !/cudos|clinically useful depression/i.test(instrument)) {
      others.count += 1;
      others.names.add(instrument);
      continue;
    }
    if (VISIT_FIELDS.every(([field]) => text(row, field) === '')) {
      empty += 1;
      continue;
    }
    const date = readDate(text(row, 'visitDate'), dateFormat, dayCount);
    const named = text(row, 'visit');
    const instance = text(row, 'visitInstance');
    const slot = visitNamed(named, firstNumber) ?? (countsVisits(named, instance) ? visitNamed(instance) : null);
    const visit = { row, slot, named, instance, course: text(row, 'courseNumber'), on: date.ok ? date.value : null };
    const written = text(row, 'chartNumber');
    if (written === '' && chart !== '') below += 1;
    chart = written === '' ? chart : written;
    const own = patients.get(chart);
    if (own) own.push(visit);
    else patients.set(chart, [visit]);
  }
  return { patients, empty, below, others };
}

/** Does the number of a repeated form say which infusion it is, where its event says only that it was one? */
function countsVisits(named: string, instance: string): boolean {
  return /^[1-6]$/.test(instance) && !/maint|boost|follow|screen|enrol/i.test(named);
}

/** The columns of a visit, and the part of it that each holds. */
export const VISIT_FIELDS = [
  ['visitDate', 'date'],
  ['visitScore', 'score'],
  ['visitMissed', 'missed'],
] as const;
