import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { unprotectCell } from '../../../domain/spreadsheet/csv-cell';
import { CSV_READING, delimiterOf, statesDelimiter } from '../../../domain/spreadsheet/csv-format';
import type { SheetFile } from './sheet';
import { NOT_TEXT, UnreadableFile } from './unreadable-file';

/** Opens a CSV file as the service reads one. @throws UnreadableFile where it is not text, or quotes don't close. */
export function openCsv(name: string, bytes: Uint8Array): SheetFile {
  const text = textOf(bytes);
  const delimiter = delimiterOf(text);
  const [first = [], ...rest] = rowsOf(text, delimiter);
  const rows = [statesDelimiter(first) ? [] : first, ...rest];
  return { name, delimiter, sheets: [{ name, rows: rows.map((row) => row.map(unprotectCell)) }] };
}

function textOf(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new UnreadableFile(NOT_TEXT);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile(NOT_TEXT);
  }
}

function rowsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { ...CSV_READING, delimiter });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UnreadableFile(
      `The file can’t be read from row ${Number(error.records ?? 0) + 1} on: a quotation mark opens there and doesn’t close.`,
    );
  }
}
