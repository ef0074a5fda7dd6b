import { PassThrough, Readable, Transform } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Environment } from '../../environment.js';
import { Problem } from '../../http/problem.js';
import { problemOf } from '../../http/problem.filter.js';
import type { Actor } from '../../staff/sessions/actor.js';
import { columnMeanings } from '../reading/column-meanings.js';
import type { ColumnMeaningsResponse, ImportQuery, ImportReport } from './import.dto.js';
import { ImportService } from './import.service.js';
import type { ImportSettings } from './import-settings.js';
import { openNamelessFile } from './spooled-file.js';
import { statedFields } from '../reading/stated-columns.js';

/** An answer in the form the client asked for. */
export interface ImportAnswer {
  status: number;
  headers: Record<string, string>;
  body: ImportReport | StreamableFile;
}

/** An upload over HTTP: how large it may be, and which form of answer the client wants. */
@Injectable()
export class ImportUploadService {
  constructor(
    private readonly imports: ImportService,
    private readonly environment: Environment,
  ) {}

  /** What a column of an upload may mean, and how large an upload may be. */
  columns(): ColumnMeaningsResponse {
    return { items: columnMeanings(), megabytes: megabytesOf(this.environment.importBytes) };
  }

  /**
   * Imports an upload. `Accept: text/csv` asks for the failed rows, `application/x-ndjson` for the progress as it
   * goes, anything else for the report.
   * @throws Problem 413 over the limit; 422 with the report, where a commit was refused for its faults.
   */
  async take(
    actor: Actor,
    body: unknown,
    query: ImportQuery,
    headers: { accept?: string; 'content-length'?: string },
  ): Promise<ImportAnswer> {
    const { accept = '' } = headers;
    const limit = this.environment.importBytes;
    if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
    const upload = uploadOf(body, limit);
    const settings = settingsOf(query);
    if (/application\/x-ndjson/.test(accept)) return this.withProgress(actor, upload, settings);
    if (/text\/csv/.test(accept)) return this.withFailedRows(actor, upload, settings);
    const report = await this.imports.run(actor, upload, settings);
    if (isRefused(report, settings)) throw refusal(report);
    return { status: 200, headers: {}, body: report };
  }

  private async withFailedRows(actor: Actor, upload: Readable, settings: ImportSettings): Promise<ImportAnswer> {
    const handle = await openNamelessFile();
    try {
      const failedRowsTo = handle.createWriteStream({ autoClose: false });
      // finished() tells of a full disk below; an error that nobody listens to would end the service before.
      failedRowsTo.on('error', () => undefined);
      const report = await this.imports.run(actor, upload, settings, { failedRowsTo });
      failedRowsTo.end();
      await finished(failedRowsTo);
      const file = handle.createReadStream({ start: 0 });
      const headers = {
        'content-disposition': 'attachment; filename="failed-rows.csv"',
        'cache-control': 'no-store',
      };
      const body = new StreamableFile(file, { type: 'text/csv; charset=utf-8' });
      return { status: isRefused(report, settings) ? 422 : 200, headers, body };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** One JSON object a line: progress, and at last the report or the problem. The import outlives its listener. */
  private withProgress(actor: Actor, upload: Readable, settings: ImportSettings): ImportAnswer {
    const lines = new PassThrough();
    const say = (line: object) => {
      if (lines.writable) lines.write(`${JSON.stringify(line)}\n`);
    };
    const onProgress = (progress: object) => say({ progress });
    void this.imports
      .run(actor, upload, settings, { onProgress })
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

function settingsOf(query: ImportQuery): ImportSettings {
  const { fileName, dateFormat, columns, commit, skipFailed } = query;
  return {
    fileName: fileName ?? 'spreadsheet.csv',
    dateFormat: dateFormat ?? 'iso',
    ...(columns === undefined ? {} : { columns: statedFields(columns) }),
    commit: commit === 'true',
    skipFailed: skipFailed === 'true',
  };
}

function isRefused({ committed, alreadyImported }: ImportReport, { commit }: ImportSettings) {
  return commit && !committed && !alreadyImported;
}

function refusal(report: ImportReport): Problem {
  const errors = report.faults.map(({ row, column, rule, message }) => {
    const name = (column ?? '').replaceAll('~', '~0').replaceAll('/', '~1');
    return { pointer: `/rows/${row}${column === null ? '' : `/${name}`}`, rule, message };
  });
  const detail = `${report.faultCount} things in the spreadsheet need to be corrected; nothing was saved.`;
  return new Problem('rule-broken', detail, { errors, report });
}

function uploadOf(body: unknown, limit: number): Readable {
  if (!(body instanceof Readable)) {
    throw new Problem('unsupported-type', 'Send the spreadsheet as the body, as text/csv.');
  }
  const upload = body.pipe(limitedTo(limit));
  body.once('close', () => {
    if (!body.readableEnded) upload.destroy(brokenOff());
  });
  // The rest is read and thrown away: a client that is still sending would not see the answer.
  upload.once('close', () => body.unpipe(upload).resume());
  return upload;
}

function limitedTo(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) done(tooLarge(limit));
      else done(null, chunk);
    },
  });
}

function brokenOff(): Problem {
  return new Problem('malformed', 'The upload was broken off. Nothing was saved.');
}

function tooLarge(limit: number): Problem {
  const detail = `A spreadsheet may have ${megabytesOf(limit)} MB; send it in parts.`;
  return new Problem('too-large', detail, {}, { connection: 'close' });
}

function megabytesOf(bytes: number): number {
  return Math.floor(bytes / 1024 / 1024);
}
