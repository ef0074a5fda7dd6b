import { slotOfField } from './fields.js';
import { isOfVisit, wordsOf, type Column } from './header-meaning.js';
import type { SheetFault } from './sheet-fault.js';
import { columnLetters } from './table.js';
import { counted } from '../../domain/numbers/words.js';

/** A column that is not imported, and how many of its cells hold something. */
export interface LeftOutColumn {
  header: string;
  columnNumber: number;
  filled: number;
}

/** Columns that mean nothing to the service, with what they hold; those without a name and without content are none. */
export function leftOutColumns(columns: readonly Column[], filled: readonly number[]): LeftOutColumn[] {
  return columns.flatMap(({ header, field }, at) =>
    field === null && (header !== '' || filled[at]) ? [{ header, columnNumber: at + 1, filled: filled[at] ?? 0 }] : [],
  );
}

/**
 * Which columns are left over of a family of which others are read?
 *
 * Input: the columns as they are understood, how many cells of each hold something, and the row of the header. Output: a
 * fault for each cause: columns numbered from 0, e.g. date_0 and score_0 beside date_1 to score_5; those of a seventh visit;
 * scores and dates of visits that are none, e.g. "Week 2 CUDOS"; and columns without a name: a person has to say what they
 * mean, or accept that they are left out. A family has the same words beside its numbers. Columns that hold nothing are left
 * out without a word.
 *
 * @example leftOverFaults(columns of score_0 … score_5, [4, 4, 4, 4, 4, 4], 1)[0].rule // 'columns-left-over'
 */
export function leftOverFaults(columns: readonly Column[], filled: readonly number[], row: number): SheetFault[] {
  const families = familiesOf(columns, filled);
  const known = families.filter(({ words, read, left }) => words !== '' && read.length > 0 && left.length > 0);
  const visits = columns.some(({ field }) => field !== null && slotOfField(field) !== null);
  const others = families.flatMap(({ words, read, left }) =>
    visits && words !== '' && read.length === 0 ? left.filter((at) => isOfVisit(columns[at]?.header ?? '')) : [],
  );
  const nameless = families.flatMap(({ words, left }) => (words === '' ? left : []));
  const unnamed = nameless.filter((at) => columns[at]?.header === '');
  const about = { columns, filled, row };
  return [
    ...byCause(columns, known).flatMap(({ why, read, left }) =>
      leftOver(about, left, `, though ${thoseRead(read)}`, why),
    ),
    ...leftOver(about, others, ', though they look like visits', DECIDE),
    ...leftOver(about, unnamed, ' and without a name', 'Name them, or accept that they are left out.'),
  ];
}

const DECIDE = 'Say what they mean, or accept that they are left out.';

/** Columns with the same words beside their numbers. */
interface Family {
  words: string;
  /** Names of those that are read as visits. */
  read: string[];
  /** Places of those that hold something and mean nothing. */
  left: number[];
}

function familiesOf(columns: readonly Column[], filled: readonly number[]): Family[] {
  const families = new Map<string, Family>();
  columns.forEach(({ header, field }, at) => {
    const words = familyOf(header);
    const family = families.get(words) ?? { words, read: [], left: [] };
    if (field !== null && slotOfField(field) !== null) family.read.push(header);
    else if (field === null && (filled[at] ?? 0) > 0) family.left.push(at);
    families.set(words, family);
  });
  return [...families.values()];
}

/** Dates and scores that are left over for one reason are one question; of each family one that is read is named. */
function byCause(columns: readonly Column[], families: readonly Family[]) {
  const causes = new Map<string, { why: string; read: string[]; left: number[] }>();
  for (const { read, left } of families) {
    const why = whyOf(columns, left);
    const cause = causes.get(why) ?? { why, read: [], left: [] };
    cause.read.push(...read.slice(0, 1));
    cause.left.push(...left);
    causes.set(why, cause);
  }
  return [...causes.values()].map((cause) => ({ ...cause, left: cause.left.sort((a, b) => a - b) }));
}

function thoseRead(read: readonly string[]): string {
  const names = read.slice(0, 2).map((name) => `"${name}"`);
  return `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'}`;
}

function whyOf(columns: readonly Column[], left: readonly number[]): string {
  const fromZero = left.some((at) => (numbersOf(columns[at]?.header ?? '')[0] ?? '0') === '0');
  if (fromZero) return 'If the first visit is number 0 here, number from 0; else accept that they are left out.';
  return `A course has six infusions. ${DECIDE}`;
}

/** The fault of these columns; none where there are none. */
function leftOver(
  { columns, filled, row }: { columns: readonly Column[]; filled: readonly number[]; row: number },
  left: readonly number[],
  though: string,
  what: string,
): SheetFault[] {
  const [first] = left;
  if (first === undefined) return [];
  const cells = left.reduce((sum, at) => sum + (filled[at] ?? 0), 0);
  const names = left.map((at) => (columns[at]?.header ? `"${columns[at].header.slice(0, 30)}"` : columnLetters(at)));
  const listed = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
  const message = `${listed} ${left.length === 1 ? 'is' : 'are'} not read${though}: ${counted(cells, 'cell holds', 'cells hold')} something. ${what}`;
  const column = columns[first]?.header || columnLetters(first);
  const numbers = left.map((at) => at + 1);
  return [
    {
      ...{ row, column, columnNumber: first + 1, columnNumbers: numbers, value: null },
      ...{ rule: 'columns-left-over', message, acceptable: true },
    },
  ];
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
