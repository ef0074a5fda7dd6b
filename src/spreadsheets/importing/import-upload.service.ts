import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Environment } from '../../environment.js';
import { problemOf } from '../../http/problem.filter.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { columnMeanings } from '../reading/column-meanings.js';
import { type ColumnMeaningsResponse, type ImportQuery, type ReadingQuery } from './import.dto.js';
import type { ImportReport } from './import-report.dto.js';
import { toReadingResponse } from './reading.dto.js';
import { failedRowsInto } from './failed-rows.js';
import { closing, concatenated, fileFaults, isRefused, refusal } from './import-answer.js';
import { ImportService } from './import.service.js';
import { settingsOf, type ImportSettings } from './import-settings.js';
import { openNamelessFile } from './spooled-file.js';
import { TableReaderService } from './table-reader.service.js';
import { limitedUpload, megabytesOf, tooLarge } from './upload-stream.js';

/** An answer in the form the client asked for. */
export interface ImportAnswer {
  status: number;
  headers: Record<string, string>;
  body: ImportReport | StreamableFile;
}

/** Who sent the upload, and waits for the answer. */
export interface Client {
  headers: { accept?: string; 'content-length'?: string };
  /** Aborted once the client has left. */
  signal: AbortSignal;
}

/** An upload over HTTP: how large it may be, and which form of answer the client wants. */
@Injectable()
export class ImportUploadService {
  constructor(
    private readonly imports: ImportService,
    private readonly tables: TableReaderService,
    private readonly environment: Environment,
  ) {}

  /** What a column of an upload may mean, and how large an upload may be. */
  columns(): ColumnMeaningsResponse {
    return { items: columnMeanings(), megabytes: megabytesOf(this.environment.importBytes) };
  }

  /**
   * Imports an upload. `Accept: text/csv` asks for the failed rows, `application/x-ndjson` for the progress as it
   * goes, anything else for the report. A check ends with its client; what is to be saved is saved all the same.
   * @throws Problem 413 over the limit; 422 with the report, where a commit was refused for its faults.
   */
  async take(actor: Actor, body: unknown, query: ImportQuery, from: Client): Promise<ImportAnswer> {
    const upload = this.uploadOf(body, from);
    const settings = settingsOf(query);
    const signal = settings.commit ? undefined : from.signal;
    const { accept = '' } = from.headers;
    if (/application\/x-ndjson/.test(accept)) return this.withProgress(actor, upload, settings, signal);
    if (/text\/csv/.test(accept)) return this.withFailedRows(actor, upload, settings, signal);
    const report = await this.imports.run(actor, upload, settings, { signal });
    if (isRefused(report, settings)) throw refusal(report);
    return { status: 200, headers: {}, body: report };
  }

  /** The rows of an upload, to be looked at: what the file is as a whole, then a row a line. */
  async look(actor: Actor, body: unknown, query: ReadingQuery, from: Client): Promise<StreamableFile> {
    const upload = this.uploadOf(body, from);
    const reading = { layOut: false, signal: from.signal };
    const { facts, rows } = await this.tables.open(actor, upload, settingsOf(query), reading);
    const lines = Readable.from(concatenated(`${JSON.stringify(toReadingResponse(facts))}\n`, rows), {
      objectMode: false,
    });
    return closing(lines, rows, 'application/x-ndjson; charset=utf-8');
  }

  private uploadOf(body: unknown, { headers }: Client): Readable {
    const limit = this.environment.importBytes;
    if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
    return limitedUpload(body, limit);
  }

  private async withFailedRows(
    actor: Actor,
    upload: Readable,
    settings: ImportSettings,
    signal?: AbortSignal,
  ): Promise<ImportAnswer> {
    const handle = await openNamelessFile();
    try {
      const failedRowsTo = failedRowsInto(handle);
      const report = await this.imports.run(actor, upload, settings, { failedRowsTo, signal });
      failedRowsTo.end();
      await finished(failedRowsTo);
      if (report.rowsFailed === 0 && report.faultCount > 0) await handle.appendFile(fileFaults(report));
      const headers = {
        'content-disposition': 'attachment; filename="failed-rows.csv"',
        'cache-control': 'no-store',
      };
      const text = Readable.from(concatenated('', handle), { objectMode: false });
      const body = closing(text, handle, 'text/csv; charset=utf-8');
      return { status: isRefused(report, settings) ? 422 : 200, headers, body };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** One JSON object a line: progress, and at last the report or the problem. What is to be saved outlives its listener. */
  private withProgress(actor: Actor, upload: Readable, settings: ImportSettings, signal?: AbortSignal): ImportAnswer {
    const lines = new PassThrough();
    const say = (line: object) => {
      if (lines.writable) lines.write(`${JSON.stringify(line)}\n`);
    };
    const onProgress = (progress: object) => say({ progress });
    void this.imports
      .run(actor, upload, settings, { onProgress, signal })
      .then(
        (report) => say(isRefused(report, settings) ? { problem: refusal(report) } : { report }),
        (error: unknown) => say({ problem: { ...problemOf(error).toJSON() } }),
      )
      .finally(() => lines.end());
    const headers = { 'cache-control': 'no-store' };
    const body = new StreamableFile(lines, { type: 'application/x-ndjson; charset=utf-8' });
    return { status: 200, headers, body };
  }
}
