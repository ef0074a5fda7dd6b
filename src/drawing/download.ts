import { StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { csvBeginning, type CsvQuery } from '../http/csv.dto.js';
import { csvLines, type TableCell } from '../http/csv-lines.js';
import { workbookOf, WORKBOOK_TYPE } from './workbook-chunks.js';
import { MEDIA_TYPES, type PictureFormat } from './picture.js';

/** A picture as a download, whose name says what it shows and as of which day. */
export function pictureFile(image: Buffer, name: string, format: PictureFormat): StreamableFile {
  return asFile(image, `${name}.${format}`, MEDIA_TYPES[format], 'inline');
}

export type TableFormat = 'csv' | 'xlsx';

/** A table that is handed out as a file: that of a chart, or one of its own on a sheet of this name. */
interface FileTable {
  sheet?: string;
  columns: readonly string[];
  rows: readonly (readonly TableCell[])[];
}

/** A table as a download: a line of column names, then every digit. */
export async function tableFile(
  { sheet = 'Chart', columns, rows }: FileTable,
  name: string,
  format: TableFormat,
  how: CsvQuery = {},
): Promise<StreamableFile> {
  if (format === 'csv') {
    const text = csvBeginning(how) + csvLines([columns, ...rows]);
    return asFile(Buffer.from(text), `${name}.csv`, 'text/csv; charset=utf-8', 'attachment');
  }
  const body = await workbookOf(sheet, [columns, ...rows]);
  return asFile(body, `${name}.xlsx`, WORKBOOK_TYPE, 'attachment');
}

function asFile(body: Buffer, name: string, type: string, how: 'inline' | 'attachment') {
  const disposition = `${how}; filename="${safe(name)}"`;
  return new StreamableFile(body, { type, disposition, length: body.length });
}

/** A chart number may hold what a header or a file system can't. */
function safe(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-');
}

/** Documents a route that answers with a picture of a chart. */
export const PictureResponse = (format: PictureFormat) =>
  ApiOkResponse({
    description:
      'The chart as it is drawn by Chart.js, with title, n and day in it. An SVG carries the text alternative.',
    content: {
      [MEDIA_TYPES[format]]: {
        schema: { type: 'string', format: 'binary' },
        example: format === 'png' ? '(a PNG file)' : '<svg xmlns="http://www.w3.org/2000/svg">',
      },
    },
  });

/** Documents a route that answers with the table of a chart. */
export const TableResponse = (format: TableFormat) => (format === 'xlsx' ? WorkbookResponse() : CsvTableResponse());

const CsvTableResponse = () =>
  ApiOkResponse({
    description:
      'The table of the chart as CSV in UTF-8, in full precision. A text that a spreadsheet program might run as a ' +
      'formula has an apostrophe before it.',
    content: { 'text/csv': { schema: { type: 'string' }, example: 'Infusion,n,Mean\n1,120,35\n' } },
  });

/** Documents a route that answers with an Excel workbook. */
export const WorkbookResponse = () =>
  ApiOkResponse({
    description:
      'A workbook (.xlsx) of one sheet. Numbers are numbers, days are days; every other cell is a text, so none can run as a ' +
      'formula and no zero in front of a chart number is lost.',
    content: { [WORKBOOK_TYPE]: { schema: { type: 'string', format: 'binary' }, example: '(an Excel workbook)' } },
  });
