import { sendRows, type Report, type Sending } from './import-stream';
import { changeImport, openImport, type OpenImport, type Task } from './open-import';
import { csvOf } from './sheet';

/** Columns that are imported as numbers. */
const NUMBERS = /^(?:score_|.*_score$|birth_year$|course_number$)/;

/** What is sent of an open import. */
export function sendingOf(open: OpenImport, task: Task): Sending {
  const { file, rows, header, meanings, dateFormat, dayCount, accepted } = open;
  const { sheet, sheets, columns } = file.reading;
  const name = sheets.length > 1 && sheet !== null ? `${file.name}, ${sheet}` : file.name;
  const numberOf = (row: number, column: number) =>
    NUMBERS.test(meanings[column] ?? '') && rows[row]?.[column] === file.rows[row]?.[column]
      ? file.held.get(`${row}:${column}`)
      : undefined;
  return {
    csv: csvOf(rows, { at: header, names: columns.map((column) => column.header) }, numberOf),
    fileName: name.slice(0, 200),
    columns: meanings.join(','),
    dateFormat: dateFormat ?? 'iso',
    ...(dayCount ? { dayCount } : {}),
    ...(file.how.numberFrom ? { numberFrom: file.how.numberFrom } : {}),
    ...(accepted.size > 0 ? { accept: [...accepted].sort().join(',') } : {}),
    commit: task !== 'check',
    skipFailed: task === 'save-good',
  };
}

/** Has the rows checked, or saved; the result is kept in the open import, also while another page is shown. */
export async function run(task: Task): Promise<Report | null> {
  const open = openImport();
  if (!open || open.running) return null;
  changeImport({ step: 'check', running: { task, progress: null }, failure: null });
  try {
    const report = await sendRows(sendingOf(open, task), (progress) => changeImport({ running: { task, progress } }));
    const saved = report.committed || (task !== 'check' && report.alreadyImported);
    changeImport({
      report,
      running: null,
      step: saved ? 'saved' : 'check',
      checked: open.rows,
      checkedWith: open.accepted,
      corrected: new Set(),
    });
    return report;
  } catch (error) {
    changeImport({ running: null, failure: { task, error: error as Error } });
    return null;
  }
}
