import { strToU8, zipSync } from 'fflate';

/** A cell as Excel keeps it. */
export type WorkbookCell =
  | string
  | number
  /** A day as its serial number, in Excel's own short date. */
  | { day: number }
  | { formula: string; value?: string }
  | { error: string }
  /** A number under a format of its own. */
  | { number: number; format: string }
  /** A day in ISO 8601, as a strict workbook has it. */
  | { iso: string }
  /** A text in runs: each with the tags of its look. */
  | { runs: [look: string, text: string][] };

export interface WorkbookSheet {
  rows: Record<number, WorkbookCell[]>;
  hidden?: boolean;
  hiddenRows?: number[];
  /** Only a chart, without rows. */
  chart?: boolean;
  comments?: number;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org';
const TYPES = `${RELATIONS}/officeDocument/2006/relationships`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const FIRST_OWN_FORMAT = 164;

/** An Excel workbook: its sheets by name, each as rows by their numbers, so that rows may be left out. */
export function workbook(
  sheets: Record<string, WorkbookSheet['rows'] | WorkbookSheet>,
  { date1904 }: { date1904?: string } = {},
): Buffer {
  const named = Object.entries(sheets).map(([name, sheet]) => ({ name, sheet: wholeSheet(sheet) }));
  const formats = [...new Set(named.flatMap(({ sheet }) => Object.values(sheet.rows).flat().flatMap(formatOf)))];
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${RELATIONS}/package/2006/content-types"/>`,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${TYPES}">${
      date1904 === undefined ? '' : `<workbookPr date1904="${date1904}"/>`
    }<sheets>${named
      .map(({ name, sheet }, at) => {
        const state = sheet.hidden ? ' state="hidden"' : '';
        return `<sheet name="${name}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...named.map(({ sheet }, at) =>
        relation(`rId${at + 1}`, sheet.chart ? 'chartsheet' : 'worksheet', `worksheets/sheet${at + 1}.xml`),
      ),
      relation(`rId${named.length + 1}`, 'styles', 'styles.xml'),
    ]),
    // The second style is Excel's own short date.
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((format, at) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + at}" formatCode="${escaped(format)}"/>`)
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>${formats
      .map((_, at) => `<xf numFmtId="${FIRST_OWN_FORMAT + at}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  };
  named.forEach(({ sheet }, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetOf(sheet, formats);
    if (!sheet.comments) return;
    parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relations([
      relation('rId1', 'comments', '../comments1.xml'),
    ]);
    parts['xl/comments1.xml'] =
      `<comments xmlns="${MAIN}"><commentList>${'<comment ref="A1"/>'.repeat(sheet.comments)}</commentList></comments>`;
  });
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(HEAD + text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(files)));
}

function wholeSheet(sheet: WorkbookSheet['rows'] | WorkbookSheet): WorkbookSheet {
  return 'rows' in sheet ? sheet : { rows: sheet };
}

function formatOf(cell: WorkbookCell): string[] {
  return typeof cell === 'object' && 'format' in cell ? [cell.format] : [];
}

function relations(all: string[]): string {
  return `<Relationships xmlns="${RELATIONS}/package/2006/relationships">${all.join('')}</Relationships>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"/>`;
}

function sheetOf({ rows, hiddenRows = [] }: WorkbookSheet, formats: string[]): string {
  const lines = Object.entries(rows).map(([row, cells]) => {
    const hidden = hiddenRows.includes(Number(row)) ? ' hidden="1"' : '';
    return `<row r="${row}"${hidden}>${cells.map((cell, at) => cellOf(`${lettersOf(at)}${row}`, cell, formats)).join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

function cellOf(place: string, cell: WorkbookCell, formats: string[]): string {
  if (cell === '') return '';
  if (typeof cell === 'string')
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if ('day' in cell) return `<c r="${place}" s="1"><v>${cell.day}</v></c>`;
  if ('formula' in cell && cell.value === undefined) return `<c r="${place}"><f>${cell.formula}</f><v></v></c>`;
  if ('formula' in cell) return `<c r="${place}"><f>${cell.formula}</f><v>${cell.value}</v></c>`;
  if ('number' in cell) return `<c r="${place}" s="${2 + formats.indexOf(cell.format)}"><v>${cell.number}</v></c>`;
  if ('iso' in cell) return `<c r="${place}" s="1" t="d"><v>${cell.iso}</v></c>`;
  if ('runs' in cell) {
    const runs = cell.runs.map(([look, text]) => `<r><rPr>${look}</rPr><t>${text}</t></r>`);
    return `<c r="${place}" t="inlineStr"><is>${runs.join('')}</is></c>`;
  }
  return `<c r="${place}" t="e"><v>${cell.error}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
