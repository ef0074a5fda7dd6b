/** Columns of rows that are written together, each as the text of an array. */
export type ArrayTexts<Column extends string> = Readonly<Record<Column, string>>;

type Cell = string | number | boolean | null | undefined;

/**
 * How does PostgreSQL read these values as an array?
 *
 * Input: texts, numbers, booleans and nulls. Output: the text of an array of one dimension, for a parameter such as
 * `$1::text[]`. It can be made on a thread, where the arrays that a driver takes would be copied value by value.
 *
 * @example arrayText(['a"b', 2, null]) // '{"a\\"b",2,NULL}'
 */
export function arrayText(values: readonly Cell[]): string {
  return `{${values.map(elementText).join(',')}}`;
}

/** These columns of the rows, as the texts of arrays. */
export function arrayTexts<Column extends string>(
  rows: readonly Readonly<Partial<Record<Column, Cell>>>[],
  columns: readonly Column[],
): ArrayTexts<Column> {
  const texts = columns.map((column) => [column, arrayText(rows.map((row) => row[column]))]);
  return Object.fromEntries(texts) as ArrayTexts<Column>;
}

function elementText(value: Cell): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value !== 'string') return String(value);
  return PLAIN.test(value) && value !== '' && !/^null$/i.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** Texts that mean themselves without quotation marks: ids, days, names of lists. */
const PLAIN = /^[\w-]*$/;
