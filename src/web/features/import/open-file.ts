import { answerTo, api, type Schemas } from '../../api/client';
import { jsonLines } from './json-lines';
import type { ReadAs, SheetFile } from './sheet';

/** A row as the service reads it. */
interface Line {
  row: number;
  cells: string[];
  held?: Record<string, string>;
  hidden?: boolean;
  fault?: { rule: string; message: string; acceptable: boolean };
}

/** A file that the page can say itself what to do about. */
export class UnfitFile extends Error {}

const MEGABYTE = 1024 ** 2;

/**
 * Has the service read what a person chose, CSV or Excel workbook.
 * @throws UnfitFile, ApiProblem in words on what to do.
 */
export async function openFile(source: File, megabytes: number, how: ReadAs = {}): Promise<SheetFile> {
  if (source.size > megabytes * MEGABYTE) {
    throw new UnfitFile(
      `${source.name} has ${Math.ceil(source.size / MEGABYTE)} MB; a spreadsheet may have ${megabytes} MB. Split it, and import the parts.`,
    );
  }
  const { data } = await answerTo(
    api.POST('/v1/imports/readings', {
      params: { query: how },
      headers: { 'Content-Type': 'application/octet-stream' },
      body: source as unknown as string,
      bodySerializer: (file: string) => file,
      parseAs: 'stream',
    }),
  );
  return fileOf(source, megabytes, how, data as unknown as ReadableStream<Uint8Array<ArrayBuffer>>);
}

async function fileOf(
  source: File,
  megabytes: number,
  how: ReadAs,
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<SheetFile> {
  const lines = jsonLines<Schemas['ReadingResponse'] | Line>(stream);
  const first = await lines.next();
  const reading = first.value as Schemas['ReadingResponse'];
  const rows: string[][] = [];
  const held = new Map<string, string>();
  const hidden: number[] = [];
  const faults = [...reading.faults];
  for await (const line of lines) {
    const { row, cells, held: numbers = {}, hidden: isHidden, fault } = line as Line;
    while (rows.length < row - 1) rows.push([]);
    rows.push(cells);
    for (const [column, number] of Object.entries(numbers)) held.set(`${row - 1}:${column}`, number);
    if (isHidden) hidden.push(row - 1);
    if (fault) faults.push({ row, column: null, columnNumber: null, value: null, ...fault });
  }
  const open = { name: source.name, source, megabytes, how, reading: { ...reading, faults }, rows, held, hidden };
  const empty = rows.every((row) => row.every((cell) => cell.trim() === ''));
  if (empty && reading.faults.length === 0 && reading.sheets.length < 2) {
    throw new UnfitFile(`${source.name} is empty: no cell has anything in it.`);
  }
  return open;
}
