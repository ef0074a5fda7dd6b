import { slotOfField } from './fields.js';
import { wordsOf, type Column } from './header-meaning.js';
import type { SheetFault } from './sheet-fault.js';
import { columnLetters } from './table.js';

/** A column that is not imported, and how many of its cells hold something. */
export interface LeftOutColumn {
  header: string;
  columnNumber: number;
  filled: number;
}

/** Columns that mean nothing to the service, with what they hold. */
export function leftOutColumns(columns: readonly Column[], filled: readonly number[]): LeftOutColumn[] {
  return columns.flatMap(({ header, field }, at) =>
    field === null ? [{ header, columnNumber: at + 1, filled: filled[at] ?? 0 }] : [],
  );
}

/**
 * Which columns are left over of a family of which others are read?
 *
 * Input: the columns as they are understood, how many cells of each hold something, and the row of the header. Output: a
 * fault for each family, e.g. score_0 beside score_1 to score_5, or a seventh visit: a person has to say what they mean, or
 * accept that they are left out. A family has the same words beside its numbers. Columns that hold nothing are left out without a word.
 *
 * @example leftOverFaults(columns of score_0 … score_5, [4, 4, 4, 4, 4, 4], 1)[0].rule // 'columns-left-over'
 */
export function leftOverFaults(columns: readonly Column[], filled: readonly number[], row: number): SheetFault[] {
  const families = new Map<string, { read: string[]; left: number[] }>();
  columns.forEach(({ header, field }, at) => {
    const family = familyOf(header);
    const members = families.get(family) ?? { read: [], left: [] };
    if (field !== null && slotOfField(field) !== null) members.read.push(header);
    else if (field === null && (filled[at] ?? 0) > 0) members.left.push(at);
    families.set(family, members);
  });
  return [...families].flatMap(([family, { read, left }]) => {
    const first = left[0];
    if (family === '' || read.length === 0 || first === undefined) return [];
    return [leftOverFault(columns, { read, left, first }, filled, row)];
  });
}

function leftOverFault(
  columns: readonly Column[],
  { read, left, first }: { read: string[]; left: number[]; first: number },
  filled: readonly number[],
  row: number,
): SheetFault {
  const cells = left.reduce((sum, at) => sum + (filled[at] ?? 0), 0);
  const names = left.map((at) => `"${columns[at]?.header}"`);
  const listed = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
  const fromZero = left.some(
    (at) => numbersOf(columns[at]?.header ?? '')[0] === '0' || numbersOf(columns[at]?.header ?? '').length === 0,
  );
  const why = fromZero
    ? 'Is the first visit number 0 here? Then number from 0.'
    : read.length + left.length >= 16
      ? 'Are they the 18 answers of a form? A score is one column a visit.'
      : 'A course has six infusions.';
  const message = `${listed} ${left.length === 1 ? 'is' : 'are'} not read, though "${read[0]}" is: ${cells} ${cells === 1 ? 'cell holds' : 'cells hold'} something. ${why}`;
  const column = columns[first]?.header ?? columnLetters(first);
  return { row, column, columnNumber: first + 1, value: null, rule: 'columns-left-over', message, acceptable: true };
}

/** The words of a header without its numbers. */
function familyOf(header: string): string {
  const sign = /[%‰Δ]/u.test(header) ? '%' : '';
  return (
    wordsOf(header)
      .filter((word) => !/^\d+$/.test(word))
      .join(' ') + sign
  );
}

function numbersOf(header: string): string[] {
  return wordsOf(header).filter((word) => /^\d+$/.test(word));
}
