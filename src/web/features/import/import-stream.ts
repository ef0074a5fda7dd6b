import { answerTo, api, type Schemas } from '../../api/client';
import { ApiProblem, type Problem } from '../../api/problem';

export type Report = Schemas['ImportReport'];
export type Fault = Schemas['ImportFaultResponse'];
export type DateFormat = Report['dateFormat'];

/** How the rows are to be read, and whether they are to be saved. */
export interface Sending {
  csv: string;
  fileName: string;
  columns: string;
  dateFormat: DateFormat;
  commit: boolean;
  skipFailed: boolean;
}

/** How far the service has come. */
export interface Progress {
  phase: 'checking' | 'writing';
  rowsRead: number;
}

/** The connection broke while the service was at work. */
export class Interrupted extends Error {
  constructor() {
    super('The connection was lost before the service had answered.');
  }
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
  for await (const line of linesOf(data as unknown as ReadableStream<Uint8Array<ArrayBuffer>>)) {
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

async function* linesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Line> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read().catch(() => {
      throw new Interrupted();
    });
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}
