import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { csvLines } from '../../http/csv-lines.js';
import { Problem } from '../../http/problem.js';
import type { ImportReport } from './import-report.dto.js';
import type { ImportSettings } from './import-settings.js';
import { counted } from '../../domain/numbers/words.js';

/** The faults of a file none of whose rows was read, as a spreadsheet. */
export function fileFaults({ faults, delimiter }: ImportReport): string {
  const lines = faults.map(({ row, column, message }) => [row, column, message]);
  return csvLines([['row', 'column', 'errors'], ...lines], delimiter);
}

/** A text, and then a file. */
export async function* concatenated(first: string, handle: FileHandle): AsyncGenerator<Buffer> {
  yield Buffer.from(first);
  for (let at = 0; ;) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** A file that is closed once it is sent, or nobody wants it any more. */
export function closing(text: Readable, handle: FileHandle, type: string): StreamableFile {
  text.once('close', () => void handle.close());
  return new StreamableFile(text, { type });
}

/** Was a commit refused for its faults? */
export function isRefused({ committed, alreadyImported }: ImportReport, { commit }: ImportSettings) {
  return commit && !committed && !alreadyImported;
}

export function refusal(report: ImportReport): Problem {
  const errors = report.faults.map(({ row, column, rule, message }) => {
    const name = (column ?? '').replaceAll('~', '~0').replaceAll('/', '~1');
    return { pointer: `/rows/${row}${column === null ? '' : `/${name}`}`, rule, message };
  });
  const detail = `${counted(report.faultCount, 'thing in the spreadsheet needs', 'things in the spreadsheet need')} to be corrected; nothing was saved.`;
  return new Problem('rule-broken', detail, { errors, report });
}
