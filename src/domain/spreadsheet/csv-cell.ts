/** A spreadsheet program runs a cell that begins so as a formula, also behind apostrophes typed before it. */
const FORMULA = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * How is a text written into a CSV cell so that no spreadsheet program runs it as a formula?
 *
 * Input: any text. Output: the text, with one apostrophe before it where it begins with `=`, `+`, `-`, `@` (also
 * full-width), a tab or a line break, or with apostrophes and one of these.
 *
 * @example protectCell('-12') // "'-12"
 */
export function protectCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/**
 * Which text was meant by a CSV cell?
 *
 * Input: a cell as it is in the file. Output: the cell without the one apostrophe of `protectCell`; every text
 * comes back as it went in.
 *
 * @example unprotectCell("'-12") // '-12'
 * @example unprotectCell("'n Beetje") // "'n Beetje"
 */
export function unprotectCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
