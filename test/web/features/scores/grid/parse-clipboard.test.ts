import { describe, expect, test } from '@jest/globals';
import { parseClipboard } from '../../../../../src/web/features/scores/grid/parse-clipboard.js';

// What Excel, LibreOffice and Google Sheets put on the clipboard, written down by hand.
describe('a block from a spreadsheet', () => {
  test.each([
    ['one cell', '35', [['35']]],
    ['one cell as Excel copies it', '35\r\n', [['35']]],
    [
      'two rows of two',
      '35\t30\r\n41\t38\r\n',
      [
        ['35', '30'],
        ['41', '38'],
      ],
    ],
    ['an empty cell between two', '35\t\t30', [['35', '', '30']]],
    [
      'an empty last cell',
      '35\t\n41\t38',
      [
        ['35', ''],
        ['41', '38'],
      ],
    ],
    ['an empty row between two', '35\n\n41', [['35'], [''], ['41']]],
    ['a cell with a line and quotes', '"a ""b""\nc"\t35', [['a "b"\nc', '35']]],
    ['nothing', '', [['']]],
  ])('%s', (_what, clipboard, cells) => {
    expect(parseClipboard(clipboard)).toEqual(cells);
  });
});
