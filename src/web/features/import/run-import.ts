import { sendRows, type Report, type Sending } from './import-stream';
import { changeImport, openImport, type OpenImport, type Task } from './open-import';
import { csvOf } from './sheet';

/** What is sent of an open import. */
export function sendingOf(open: OpenImport, task: Task): Sending {
  const { file, sheet, rows, header, meanings, dateFormat } = open;
  const name = file.sheets.length > 1 ? `${file.name}, ${file.sheets[sheet]?.name}` : file.name;
  return {
    csv: csvOf(rows, header, file.delimiter),
    fileName: name.slice(0, 200),
    columns: (meanings ?? []).join(','),
    dateFormat: dateFormat ?? 'iso',
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
      corrected: new Set(),
    });
    return report;
  } catch (error) {
    changeImport({ running: null, failure: { task, error: error as Error } });
    return null;
  }
}
