import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import type { Sheet, SheetFile } from './sheet';
import { UnreadableFile } from './unreadable-file';

const UNPACKED_MEGABYTES = 256;
const NO_WORKBOOK =
  'The file is damaged, or it is not an Excel workbook. Open it in the program it was made with, save it as “Excel ' +
  'workbook (.xlsx)” or as CSV in UTF-8, and choose it again.';
const TOO_LARGE = `Unpacked, the workbook is larger than ${UNPACKED_MEGABYTES} MB. Save the sheet with the scores as CSV, and choose that.`;

/** Opens an Excel workbook. @throws UnreadableFile where it is none, or too large. */
export async function openXlsx(name: string, bytes: Uint8Array): Promise<SheetFile> {
  const parts = unpacked(bytes);
  // Packed again without compression: the library would unpack large parts in a worker, which the pages' content
  // policy refuses.
  const { buffer } = zipSync(withErrors(parts), { level: 0 });
  const workbook = await readWorkbook(buffer, { parseNumber, trim: false }).catch(() => {
    throw new UnreadableFile(NO_WORKBOOK);
  });
  const sheets = workbook.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data) }));
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  return { name, delimiter: ',', sheets: filled.length > 0 ? filled : sheets.slice(0, 1) };
}

function unpacked(bytes: Uint8Array): Unzipped {
  let size = 0;
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!/\.(xml|rels)$/.test(name)) return false;
    size += originalSize;
    if (size > UNPACKED_MEGABYTES * 1024 ** 2) throw new UnreadableFile(TOO_LARGE);
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile(NO_WORKBOOK);
  }
}

/** The library takes a formula's error for an empty cell; as a text it is seen, and reported as a fault. */
function withErrors(parts: Unzipped): Unzipped {
  const kept: Unzipped = { ...parts };
  for (const path of Object.keys(kept).filter((each) => each.startsWith('xl/worksheets/'))) {
    const text = strFromU8(kept[path] ?? new Uint8Array());
    kept[path] = strToU8(text.replace(/(<c\b[^>]*\bt=)"e"/g, '$1"str"'));
  }
  return kept;
}

/** A number as Excel shows it, with 15 digits at most: what a formula made 34.999999999999993 is 35. */
function parseNumber(text: string): string {
  return /^-?\d{1,15}$/.test(text) ? text : String(Number(Number(text).toPrecision(15)));
}

function rowsOf(data: readonly (readonly unknown[])[]): Sheet['rows'] {
  const rows = data.map((row) => row.map(textOf));
  const filled = (row: readonly string[]) => row.findLastIndex((cell) => cell.trim() !== '') + 1;
  const width = rows.reduce((widest, row) => Math.max(widest, filled(row)), 0);
  return width === 0 ? [] : rows.map((row) => row.slice(0, width));
}

/** A date is a day of the calendar at midnight UTC, so that no zone can move it. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' ? cell : '';
}
