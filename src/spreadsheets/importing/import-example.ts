import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse } from '@nestjs/swagger';
import type { ImportReport } from './import-report.dto.js';
import { SPREADSHEET_TYPES } from './spreadsheet-body.service.js';

const spreadsheetExample =
  'chart_number,date_1,score_1,date_2,score_2,date_6,score_6,stopped_reason\n' +
  'A-1042,2026-03-04,35,2026-03-07,24,2026-03-21,11,\n';

const counts = { faultCount: 0, faultsListed: 0, warningCount: 0, warningsListed: 0 };
const report: ImportReport = {
  fileName: 'scores-2026.csv',
  fileHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  dateFormat: 'iso',
  format: 'csv',
  delimiter: ',',
  sheet: null,
  otherSheets: [],
  headerRows: [1],
  layout: 'courses',
  meaningsBy: 'understood',
  committed: false,
  alreadyImported: false,
  rows: 1,
  lines: 2,
  patientsNew: 1,
  patientsCompleted: 0,
  coursesNew: 1,
  coursesExtended: 0,
  coursesUnchanged: 0,
  coursesLost: 0,
  coursesUnderWay: 0,
  assessmentsNew: 6,
  rowsFailed: 0,
  causes: [],
  ...counts,
  faults: [],
  warnings: [],
  columns: [{ header: 'chart_number', meaning: 'chart_number' }],
  ignoredColumns: [],
  leftOut: [],
};

/** Documents a route that takes a spreadsheet. */
export const TakesSpreadsheet = () =>
  applyDecorators(
    ApiConsumes(...SPREADSHEET_TYPES),
    ApiBody({ required: true, schema: { type: 'string', example: spreadsheetExample } }),
  );

/** Documents the three forms of the answer to an import. */
export const ImportedResponse = () =>
  ApiOkResponse({
    description:
      'What was found and done. A dry run answers 200 also with faults; a commit that is refused for them is 422 with ' +
      'the same `report`. `Accept: text/csv` gives the failed rows with a column that says why, to correct and send ' +
      'again (status 422 where a commit was refused); `Accept: application/x-ndjson` gives a line of progress for ' +
      'every 500 rows and the report, or the problem, as the last line.',
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/ImportReport' }, example: report },
      'text/csv': {
        schema: { type: 'string' },
        example:
          'chart_number,date_1,score_1,errors\nA-1043,2026-03-04,72,"score_1: 72 is above 64, the highest possible total."\n',
      },
      'application/x-ndjson': {
        schema: { type: 'string' },
        example: '{"progress":{"phase":"checking","rowsRead":500,"bytesRead":65536,"bytesTotal":90112}}\n',
      },
    },
  });

/** Documents the rows of a spreadsheet as they are read. */
export const ReadResponse = () =>
  ApiOkResponse({
    description:
      'A line of JSON for the file as a whole, a `ReadingResponse`; then one for each row with anything in it, as `row` and ' +
      '`cells`, the text that a person sees in each. `held` has the numbers behind cells whose format shows something ' +
      'else, `hidden` marks a row that the sheet hides, `fault` says what is wrong with how a row is written.',
    content: {
      'application/x-ndjson': {
        schema: { type: 'string' },
        example: '{"row":2,"cells":["A-1042","2026-03-04","35"]}\n',
      },
    },
  });
