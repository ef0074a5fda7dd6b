import type { EntryContent } from '../../src/assessments/entries/assessment.entity.js';
import type { Course } from '../../src/courses/course.entity.js';
import type { SlotName } from '../../src/domain/course/record/slots.js';
import { layoutOf } from '../../src/spreadsheets/reading/cell-reader.js';
import type { CourseRow } from '../../src/spreadsheets/reading/course-row.js';
import { mapHeaders } from '../../src/spreadsheets/reading/header-mapping.js';
import type { RecordedCourse } from '../../src/spreadsheets/judging/recorded-course.js';
import { CsvRows } from '../../src/spreadsheets/reading/csv-rows.js';
import { rowReader, type ReadRow } from '../../src/spreadsheets/reading/row-reading.js';

/** Reads one row of a spreadsheet with these columns; cells as a comma-separated text. */
export function readLine(columns: string, line: string, accepted: readonly string[] = []): ReadRow {
  const layout = layoutOf(mapHeaders(columns.split(','), 1).columns, new Set(accepted));
  const [row] = new CsvRows(',').push(`${line}\n`);
  return rowReader(layout, 'iso')({ cells: line.split(','), ...row, row: 2 });
}

/** A row that can be read. */
export function courseRow(columns: string, line: string, accepted: readonly string[] = []): CourseRow {
  const { course, cells } = readLine(columns, line, accepted);
  if (course === null || cells.faults.length > 0) throw new Error(JSON.stringify(cells.faults));
  return course;
}

/** Rules that the row breaks, each with its column. */
export function faultsOf({ cells }: ReadRow): (string | null)[][] {
  return cells.faults.map(({ column, rule }) => [column, rule]);
}

const at = new Date('2026-03-02T17:00:00Z');

/** A course of 2 March 2026 as a clinic has it. */
export function recordedCourse(
  rows: EntryContent[],
  changes: Partial<Course> = {},
  clinician: string | null = null,
): RecordedCourse {
  const course: Course = {
    clinicId: 'c',
    id: 'course',
    patientId: 'p',
    number: 1,
    kind: 'induction',
    indication: 'depression',
    startedOn: '2026-03-02',
    protocol: [0, 3, 7, 10, 14, 17],
    clinicianId: null,
    stoppedOn: null,
    stoppedReason: null,
    stoppedNote: null,
    underWayOn: null,
    underWayBy: null,
    version: 1,
    createdAt: at,
    changedAt: at,
    changedBy: 's',
    requestId: 'r',
    ...changes,
  };
  return { course, clinician, rows };
}

export function recordedScore(slot: SlotName, total: number | null, assessedOn: string): EntryContent {
  const content = {
    state: 'scored',
    total,
    answers: null,
    assessedOn,
    missedReason: null,
  } as const;
  return { ...placed(slot), ...content };
}

export function takenBack(slot: SlotName): EntryContent {
  const none = { total: null, answers: null, assessedOn: null, missedReason: null };
  return { ...placed(slot), ...none, state: 'entered-in-error' };
}

function placed(slot: SlotName) {
  const trace = { version: 1, recordedAt: at, recordedBy: 's', recordedByName: null };
  return { courseId: 'course', slot, note: null, ...trace };
}
