import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { daysBetween } from '../domain/calendar/calendar.js';
import type { TableCell } from '../http/csv-lines.js';

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in `cellXfs` below: a day is shown in ISO 8601, and a text stays one when a person types over it. */
const STYLES = { day: 1, text: 2 };
const LOOK = 'numFmtId="0" fontId="0" fillId="0" borderId="0"';

/** All of the package but its one sheet. */
const PARTS: Record<string, string> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${MEDIA}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${MEDIA}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${MEDIA}.styles+xml"/></Types>`,
  '_rels/.rels': relations(`<Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/>`),
  'xl/_rels/workbook.xml.rels': relations(
    `<Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${DOCUMENT}/styles" Target="styles.xml"/>`,
  ),
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    `<cellStyleXfs count="1"><xf ${LOOK}/></cellStyleXfs><cellXfs count="3"><xf ${LOOK} xfId="0"/>` +
    `<xf ${LOOK.replace('"0"', '"164"')} xfId="0" applyNumberFormat="1"/>` +
    `<xf ${LOOK.replace('"0"', '"49"')} xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};
const SHEET_START =
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" ` +
  'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>';
/** Rows that are packed at once, in some 10 ms; then other requests have their turn. */
const SLICE = 25;
const SHEET_END = '</sheetData></worksheet>';

/**
 * How is a table written as an Excel workbook?
 *
 * Input: the name of its sheet, of letters and spaces, and its rows in batches, of which the first row has the names of
 * the columns and stays in view. Output: the bytes, a few rows at a time, so that memory stays flat. Numbers are numbers, days
 * are days, and every text is a text: none can run as a formula, and no zero in front is lost.
 */
export async function* workbookChunks(
  sheet: string,
  batches: AsyncIterable<readonly (readonly TableCell[])[]>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const workbook =
    `<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">` +
    `<sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  for (const [path, text] of Object.entries({ ...PARTS, 'xl/workbook.xml': workbook })) {
    added(zip, path).push(strToU8(HEAD + text), true);
  }
  const part = added(zip, 'xl/worksheets/sheet1.xml');
  part.push(strToU8(SHEET_START));
  let row = 0;
  for await (const rows of batches) {
    for (let at = 0; at < rows.length; at += SLICE) {
      const slice = rows.slice(at, at + SLICE).map((cells) => rowOf(cells, (row += 1)));
      part.push(strToU8(slice.join('')));
      yield Buffer.concat(ready.splice(0));
      await setImmediate();
    }
  }
  part.push(strToU8(SHEET_END), true);
  zip.end();
  yield Buffer.concat(ready.splice(0));
}

/** A small table as an Excel workbook, whole. */
export async function workbookOf(sheet: string, rows: readonly (readonly TableCell[])[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of workbookChunks(sheet, Readable.from([rows]))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function added(zip: Zip, path: string): ZipDeflate {
  const part = new ZipDeflate(path, { level: 1 });
  // The same table is the same bytes, whenever it is written.
  part.mtime = new Date(2000, 0, 1);
  zip.add(part);
  return part;
}

function relations(each: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${each}</Relationships>`;
}

function rowOf(cells: readonly TableCell[], row: number): string {
  return `<row r="${row}">${cells.map((cell, at) => cellOf(cell, `${columnName(at)}${row}`)).join('')}</row>`;
}

function cellOf(cell: TableCell, place: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${place}" s="${STYLES.day}"><v>${dayNumber(cell.day)}</v></c>`;
  return `<c r="${place}" s="${STYLES.text}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}

/** A, B, ... Z, AA for columns from 0. */
function columnName(at: number): string {
  const before = at < 26 ? '' : columnName(Math.floor(at / 26) - 1);
  return before + String.fromCharCode(65 + (at % 26));
}

/** 1 January 1900 is day 1, and Excel's 1900 has a 29 February, day 60. */
function dayNumber(day: string): number {
  return daysBetween('1900-01-01', day) + (day < '1900-03-01' ? 1 : 2);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML can't hold, or changes, is written as _x000D_, and what looks like that keeps its look. */
function xmlText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-F]{4}_)/gi, '_x005F_')
    .replace(/[&<>]/g, (each) => ENTITIES[each] ?? each)
    .replace(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, (each) => {
      const code = each.charCodeAt(0).toString(16).toUpperCase();
      return `_x${code.padStart(4, '0')}_`;
    });
}
