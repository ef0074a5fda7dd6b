import { followUpSlot, INFUSION_NUMBERS, infusionSlot } from '../../domain/course/record/slots.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { headerOf, visitField, type Field, type PlainField, type VisitPart } from './fields.js';
import {
  FILLER_WORDS,
  FOLLOW_UP_WORDS,
  INFUSION_WORDS,
  PART_WORDS,
  PLAIN_HEADERS,
  POST_SERIES_WORDS,
} from './header-words.js';
import type { ImportFault } from '../importing/import-fault.js';

/** One column: its own header, and what it means; null where it means nothing to the service. */
export interface Column {
  header: string;
  field: Field | null;
}

/**
 * What does the column under this header mean?
 *
 * Input: a header as somebody typed it. Output: the field, whatever the case and whatever stands between words and
 * numbers; null where the words don't settle which field is meant, or the number is none of a visit.
 *
 * @example fieldOf('Chart #') // 'chartNumber'
 * @example fieldOf('inf1_date') // 'date:infusion-1'
 * @example fieldOf('Infusion 1') // null, as it may be the date or the score
 */
export function fieldOf(header: string): Field | null {
  const words = wordsOf(header);
  const joined = words.join('');
  const plain = Object.entries(PLAIN_HEADERS).find(([, names]) => names.includes(joined));
  if (plain) return plain[0] as PlainField;
  const part = partOf(words);
  if (part === null) return null;
  const slot = slotOf(words.filter((word) => !isFiller(word)));
  return slot === null ? null : visitField(part, slot);
}

/** What a spreadsheet can't be read without. */
export const NEEDED: readonly Field[] = ['chartNumber', 'score:infusion-1'];

/**
 * What do the columns of a spreadsheet mean, and can it be read so?
 *
 * Input: the headers, the row they stand in, and what each means where that was stated, else the headers are understood.
 * Output: a column for each, and a fault for each column that means the same as one before it, for a missing chart
 * number or first score, and where meanings are stated for more or fewer columns than there are.
 *
 * @example mapHeaders(['MRN', 'Score 1'], 1).faults // []
 */
export function mapHeaders(
  headers: readonly string[],
  row: number,
  stated?: readonly (Field | null)[],
): { columns: Column[]; faults: ImportFault[] } {
  const columns = headers.map((header, at) => ({
    header: header.trim(),
    field: stated ? (stated[at] ?? null) : fieldOf(header),
  }));
  const miscounted = stated && stated.length !== headers.length ? [countFault(row, headers, stated)] : [];
  const twice = columns.flatMap(({ header, field }, at) => {
    const first = columns.findIndex((column) => column.field === field);
    if (field === null || first === at) return [];
    const message = `The columns "${columns[first]?.header}" and "${header}" mean the same, ${headerOf(field)}. Keep one of them.`;
    return [{ row, column: header, columnNumber: at + 1, value: null, rule: 'column-twice', message }];
  });
  const missing = NEEDED.filter((field) => !columns.some((column) => column.field === field)).map((field) => {
    const message = `There is no column ${headerOf(field)}. The first row must hold the names of the columns.`;
    return {
      row,
      column: headerOf(field),
      columnNumber: null,
      value: null,
      rule: 'column-missing',
      message,
    };
  });
  return { columns, faults: [...miscounted, ...twice, ...missing] };
}

function countFault(
  row: number,
  { length: found }: readonly string[],
  { length: stated }: readonly (Field | null)[],
): ImportFault {
  const message = `The file has ${found} columns, and the meanings of ${stated} were stated. State one for each, in order.`;
  return { row, column: null, columnNumber: null, value: null, rule: 'columns-stated', message };
}

function wordsOf(header: string): string[] {
  const spaced = header.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.replaceAll('#', ' number ').match(/[\p{L}]+|\d+/gu) ?? [];
}

function partOf(words: readonly string[]): VisitPart | null {
  const parts: VisitPart[] = ['missed', 'date', 'score'];
  return parts.find((part) => words.some((word) => PART_WORDS[part].includes(word))) ?? null;
}

function isFiller(word: string): boolean {
  return FILLER_WORDS.includes(word) || Object.values(PART_WORDS).some((row) => row.includes(word));
}

/** The visit that the words left over name, when they name one and nothing else. */
function slotOf(words: readonly string[]): SlotName | null {
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word));
  const only = (known: readonly string[]) => names.every((name) => known.includes(name));
  const number = Number(numbers[0]);
  if (numbers.length === 0) {
    if (names.length === 1 && names[0] === 'baseline') return 'infusion-1';
    return names[0]?.startsWith('post') && only(POST_SERIES_WORDS) ? 'post-series' : null;
  }
  if (numbers.length > 1) return null;
  if (names.length === 0 || only(INFUSION_WORDS)) {
    const infusion = INFUSION_NUMBERS.find((known) => known === number);
    return infusion === undefined ? null : infusionSlot(infusion);
  }
  return /^f/.test(names[0] ?? '') && only(FOLLOW_UP_WORDS) ? followUpSlot(number) : null;
}
