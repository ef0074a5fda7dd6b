const DELIMITERS = [',', ';', '\t'];

/** The most characters that one row of a CSV file may have; more is a quotation mark that doesn't close. */
export const LONGEST_ROW = 100_000;

/** How a CSV file is read, wherever it is read; the delimiter is found by `delimiterOf`. */
export const CSV_READING = {
  bom: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
  max_record_size: LONGEST_ROW,
};

/**
 * Which character stands between the cells?
 *
 * Input: the beginning of a file. Output: the one of comma, semicolon and tab that the first row with anything in it
 * has most of, outside of quotes; a comma where it has none. A first line `sep=;`, as Excel writes it, settles it.
 *
 * @example delimiterOf('Chart #;"Score 1, CUDOS"\n') // ';'
 */
export function delimiterOf(beginning: string): string {
  const text = beginning.replace(/^\uFEFF/, '').trimStart();
  const stated = /^sep=([,;\t])/i.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const unquoted = text.replace(/"[^"]*("|$)/g, '');
  const line = unquoted.split(/[\r\n]/)[0] ?? '';
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/**
 * Is this row Excel's statement of the delimiter, which holds nothing else?
 *
 * Input: the first row of a file, as its cells. Output: yes or no.
 *
 * @example statesDelimiter(['sep=', '']) // true
 */
export function statesDelimiter(firstRow: readonly string[]): boolean {
  return /^sep=/i.test(firstRow.join(''));
}
