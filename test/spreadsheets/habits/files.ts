import { sheet } from '../spreadsheet.js';
import { DAYS, SAVED, SIX, WIDE, cells, line, names, type Habit } from './habit.js';

export const FILES: Habit[] = [
  { name: 'columns as they should be', file: sheet(WIDE, line('P1')), stops: [], savedWith: {}, courses: [SAVED] },
  {
    name: 'a quotation mark that does not close',
    file: sheet(`${WIDE},notes`, `${line('P1')},"felt calm`, `${line('P2')},`, `${line('P3')},said 6" hurt`),
    stops: ['quote-open'],
    savedWith: { skipFailed: 'true' },
    courses: ['P2 2026-03-02 40 34 28 20 15 12', 'P3 2026-03-02 40 34 28 20 15 12'],
  },
  {
    name: 'a title above, and semicolons',
    onPage: true,
    file: sheet('Riverside outcomes, all', '', WIDE.replaceAll(',', ';'), line('P1').replaceAll(',', ';')),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'a quoted sep= line, and pipes',
    file: `\uFEFF"sep=|"\r\n${WIDE.replaceAll(',', '|')}\r\n${line('P1').replaceAll(',', '|')}\r\n`,
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'two rows of names',
    file: sheet(`Patient,${names((k) => `Infusion ${k},`)}`, `MRN,${names(() => 'Date,CUDOS')}`, line('P1')),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'the names of the columns once more below',
    file: sheet(WIDE, line('P1'), '', WIDE, line('P2')),
    stops: ['header-repeated'],
    savedWith: { skipFailed: 'true' },
    courses: [SAVED, SAVED.replace('P1', 'P2')],
  },
  {
    name: 'sums and means below, and who printed it',
    file: sheet(
      WIDE,
      line('P1'),
      `Total,${cells(['84', '74', '65', '53', '45', '37'], ['', '', '', '', '', ''])}`,
      'Mean:,,42,,37.5,,32,,26,,22,,18',
      '',
      'Total: 1 patient',
      'Printed on 2026-03-20 by Dana',
    ),
    stops: ['row-of-totals', 'row-without-visits'],
    savedWith: { accept: 'row-of-totals,row-without-visits' },
    courses: [SAVED],
    onPage: true,
  },
  {
    name: 'a column for each patient',
    file: sheet('MRN,P1,P2', ...SIX.flatMap((k) => [`Date ${k},${DAYS[k - 1]},${DAYS[k - 1]}`, `CUDOS ${k},30,31`])),
    stops: ['table-transposed'],
    savedWith: null,
  },
  {
    name: 'Unicode text, as Excel saves it',
    file: Buffer.from(`\uFEFF${sheet(WIDE, line('P1')).replaceAll(',', '\t')}`, 'utf16le'),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'three rows of names',
    file: sheet(`,Induction`, `,${names((k) => `Infusion ${k},`)}`, `MRN,${names(() => 'Date,CUDOS')}`, line('P1')),
    stops: [],
    savedWith: {},
    courses: [SAVED],
  },
  {
    name: 'a name with a comma that is not in quotation marks',
    file: sheet(WIDE, `Smith, J,${cells()}`),
    stops: ['cells-without-column', 'date-format', 'total-not-a-number'],
    savedWith: null,
  },
];
