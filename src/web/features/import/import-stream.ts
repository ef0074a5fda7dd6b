import { answerTo, api, type Schemas } from '../../api/client';
import { ApiProblem, type Problem } from '../../api/problem';
import { Interrupted } from './interrupted';
import { jsonLines } from './json-lines';

export type Report = Schemas['ImportReport'];
export type Fault = Schemas['ImportFaultResponse'];
export type Cause = Report['causes'][number];
export type DateFormat = Report['dateFormat'];
export type DayCount = NonNullable<Schemas['ReadingResponse']['dayCount']>;

/** How the rows are to be read, and whether they are to be saved. */
export interface Sending {
  csv: string;
  fileName: string;
  columns: string;
  dateFormat: DateFormat;
  dayCount?: DayCount;
  numberFrom?: '0' | '1';
  /** What was accepted as it is, by the rules. */
  accept?: string;
  commit: boolean;
  skipFailed: boolean;
}

/** How far the service has come. */
export interface Progress {
  phase: 'checking' | 'writing';
  rowsRead: number;
}

type Line = { progress: Progress } | { report: Report } | { problem: Problem & { report?: Report } };

/**
 * Sends the rows and reports how far the service has come.
 * @returns The report, also where a commit was refused for new faults; then nothing was saved.
 * @throws ApiProblem, Unreachable, Interrupted.
 */
export async function sendRows(sending: Sending, onProgress: (progress: Progress) => void): Promise<Report> {
  const { data } = await answerTo(
    api.POST('/v1/imports', { ...request(sending, 'application/x-ndjson'), parseAs: 'stream' }),
  );
  for await (const line of jsonLines<Line>(data as unknown as ReadableStream<Uint8Array<ArrayBuffer>>)) {
    if ('progress' in line) onProgress(line.progress);
    else if ('report' in line) return line.report;
    else if (line.problem.report) return line.problem.report;
    else throw new ApiProblem(line.problem.status, line.problem);
  }
  throw new Interrupted();
}

/** The rows with faults, as the service writes them to be corrected. */
export async function failedRows(sending: Sending): Promise<string> {
  const { data } = await answerTo(api.POST('/v1/imports', { ...request(sending, 'text/csv'), parseAs: 'text' }));
  return data;
}

function request({ csv, commit, skipFailed, ...query }: Sending, accept: string) {
  return {
    params: {
      query: {
        ...query,
        commit: commit ? ('true' as const) : ('false' as const),
        skipFailed: skipFailed ? ('true' as const) : ('false' as const),
      },
    },
    headers: { 'Content-Type': 'text/csv', Accept: accept },
    body: csv,
    bodySerializer: (text: string) => text,
  };
}
