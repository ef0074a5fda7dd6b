import { CellReader, visitFieldsOf, type DateReader, type ColumnLayout } from './cell-reader.js';
import {
  readBirthYear,
  readChartNumber,
  readCourseNumber,
  readInitials,
  readKind,
  readNote,
  readProtocol,
  readSex,
} from './cell-values.js';
import type { CourseRow, RowEntry, RowStop } from './course-row.js';
import type { DateFormat } from '../../domain/spreadsheet/date-format.js';
import type { DayCount } from '../../domain/spreadsheet/day-number.js';
import { visitField, type VisitFields } from './fields.js';
import { readIndication, readStopReason } from './reason-text.js';
import { askedAs, readAs, type CellReading } from '../../domain/spreadsheet/reading.js';
import { readDate } from '../../domain/spreadsheet/date-format.js';
import { isWithoutCourse } from './row-without-course.js';
import type { TableRow } from './table.js';
import { readVisits } from './visit-reading.js';

/**
 * A row as it was read: null where it names no patient or no start; then the faults of its cells say why. Without a fault it is
 * left out, as a person has accepted.
 */
export interface ReadRow {
  course: CourseRow | null;
  cells: CellReader;
}

const CELLS_WITHOUT_COLUMN =
  'The row has more cells than there are columns, so its values may be under the wrong ones. ' +
  'A text with the separator in it needs quotation marks around it.';

/** Reads the rows of one file, whose columns and dates are known. */
export function rowReader(layout: ColumnLayout, format: DateFormat, dayCount: DayCount | null = null) {
  const visits = visitFieldsOf(layout);
  const named = layout.columns.flatMap(({ field, header }, at) => (field !== null && header !== '' ? [at] : []));
  // The names of the columns once more, as where a second table follows.
  const repeatsHeader = ({ cells }: TableRow) =>
    named.length > 1 && named.every((at) => cells[at] === layout.columns[at]?.header);
  const dates: DateReader = (text) => notLongAgo(readDate(text, format, dayCount));
  return (line: TableRow): ReadRow => {
    const reader = new CellReader(layout, line);
    if (repeatsHeader(line)) {
      reader.fault([], 'header-repeated', 'The row repeats the names of the columns. Take it out.');
      return { course: null, cells: reader };
    }
    if (line.cells.slice(layout.columns.length).some((cell) => cell.trim() !== '')) {
      reader.fault([], 'cells-without-column', CELLS_WITHOUT_COLUMN);
    }
    if (isWithoutCourse(reader, visits)) return { course: null, cells: reader };
    return readRow(reader, visits, dates);
  };
}

const KETAMINE_SINCE = '2000-01-01';

/**
 * Is the day one of a course? The first trial of ketamine for depression is of 2000 (Berman et al., Biological Psychiatry
 * 47:351-354); an earlier day is usually a century or a calendar mistaken.
 */
function notLongAgo(day: CellReading<string>): CellReading<string> {
  if (!day.ok || day.value >= KETAMINE_SINCE) return day;
  return askedAs(
    day.value,
    'date-long-ago',
    `${day.value} is before ${KETAMINE_SINCE}. Correct the year, or accept it.`,
  );
}

/**
 * What does this row say of a course?
 *
 * Input: the cells of the row by their meaning, the visits the file has columns for, and the format of its dates.
 * Output: the course with every fault of the row at once. The start is the column of that name, else the date of
 * infusion 1, else the first date.
 */
function readRow(cells: CellReader, visits: readonly VisitFields[], dates: DateReader): ReadRow {
  const chartNumber = cells.read('chartNumber', readChartNumber);
  if (cells.text('chartNumber') === '') {
    cells.fault(
      ['chartNumber'],
      'chart-number-missing',
      'The row has no chart number. Write it, or leave the row out.',
    );
  }
  const entries = readVisits(cells, visits, dates);
  const startedOn = readStart(cells, entries, dates);
  const course: PerhapsCourse = {
    row: cells.row,
    chartNumber,
    startedOn,
    patient: {
      initials: cells.read('initials', readInitials),
      birthYear: cells.read('birthYear', readBirthYear),
      sex: cells.read('sex', readSex),
    },
    courseNumber: cells.read('courseNumber', readCourseNumber),
    kind: cells.read('kind', readKind),
    indication: cells.read('indication', readIndication),
    protocol: cells.read('protocol', readProtocol),
    clinician: cells.read('clinician', (text) => readAs(text.toLowerCase())),
    stopped: readStop(cells, dates),
    entries,
  };
  return { course: isKnown(course) ? course : null, cells };
}

type PerhapsCourse = Omit<CourseRow, 'chartNumber' | 'startedOn'> & Record<'chartNumber' | 'startedOn', string | null>;

function isKnown(course: PerhapsCourse): course is CourseRow {
  return course.chartNumber !== null && course.startedOn !== null;
}

function readStart(cells: CellReader, entries: readonly RowEntry[], dates: DateReader): string | null {
  if (cells.text('startedOn') !== '') {
    return cells.read('startedOn', dates);
  }
  const first = entries.find(({ slot }) => slot === 'infusion-1');
  if (cells.text(visitField('date', 'infusion-1')) !== '') return first?.on ?? null;
  const [earliest] = entries.flatMap(({ on }) => on ?? []).sort();
  if (earliest === undefined && cells.faults.every(({ rule }) => !rule.includes('date'))) {
    const message = 'The row has no date, so nobody can tell when the course began. Write it, or leave the row out.';
    cells.fault(['startedOn', visitField('date', 'infusion-1'), 'chartNumber'], 'start-missing', message);
  }
  return earliest ?? null;
}

function readStop(cells: CellReader, dates: DateReader): RowStop | null {
  const on = cells.read('stoppedOn', dates);
  const before = cells.faults.length;
  const read = cells.read('stoppedReason', readStopReason);
  const said = cells.read('stoppedNote', readNote);
  const reasonUnread = cells.text('stoppedReason') !== '' && read === null && cells.faults.length > before;
  if (read === null && !reasonUnread && (cells.text('stoppedOn') === '' || cells.text('stoppedReason') !== '')) {
    if (cells.text('stoppedOn') !== '') {
      const message =
        'There is a day of stopping, but the reason says that the course was not stopped. Clear one of them.';
      cells.fault(['stoppedOn'], 'stop-contradicted', message);
    }
    if (said !== null) {
      const message = 'There is a note on stopping, but no reason and no day. Write the reason.';
      cells.fault(['stoppedNote'], 'reason-missing', message);
    }
    return null;
  }
  const notes = [read?.note, said].filter((note) => typeof note === 'string');
  const note = notes.length === 0 ? null : notes.join('; ');
  if (note !== null && note.length > 500 && said !== note) {
    cells.fault(['stoppedReason'], 'note-too-long', 'A reason has at most 500 characters. Shorten it.');
  }
  return { on, reason: read?.reason ?? 'unknown', note };
}
