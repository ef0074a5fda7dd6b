import { Problem } from '../../http/problem.js';

/** What one file may hold in memory on a thread, whatever it is: one that wants more ends its thread, not the service. */
export const THREAD_MEGABYTES = 256;

const RETRY_SECONDS = 5;
/** Even where the service has little memory, and so have its threads. */
const ROWS_OF_A_PART = 100_000;

/** What became of a job on a thread, as a person is told it. */
export function threadFault(error: unknown): Error {
  const { code, name, message } = error as { code?: string; name?: string; message?: string };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    const detail = `The spreadsheet needs more memory than one may take. Save the sheet with the scores as CSV, and send it in parts of at most ${ROWS_OF_A_PART.toLocaleString('en-US')} rows.`;
    return new Problem('too-large', detail);
  }
  if (name === 'AbortError') return new Problem('malformed', 'The upload was broken off. Nothing was saved.');
  if (/queue/i.test(message ?? '')) {
    const detail = `Many spreadsheets are being read at the moment. Try again in ${RETRY_SECONDS} seconds.`;
    return new Problem('too-many', detail, {}, { 'retry-after': String(RETRY_SECONDS) });
  }
  return error instanceof Error ? error : new Error(String(error));
}
