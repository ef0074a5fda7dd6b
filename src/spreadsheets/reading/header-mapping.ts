import { followUpSlot, INFUSION_NUMBERS, infusionSlot, parseSlot } from '../../domain/course/record/slots.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { seenText } from '../../domain/spreadsheet/plain-text.js';
import { headerOf, slotOfField, visitField, type Field, type PlainField, type VisitPart } from './fields.js';
import {
  COMPUTED_WORDS,
  FILLER_WORDS,
  FIRST_WORDS,
  FOLLOW_UP_WORDS,
  INFUSION_WORDS,
  LAST_WORDS,
  ORDINALS,
  PART_WORDS,
  PLAIN_HEADERS,
  POST_SERIES_WORDS,
  VISIT_HEADERS,
} from './header-words.js';
import type { SheetFault } from './sheet-fault.js';

/** One column: its own header, and what it means; null where it means nothing to the service. */
export interface Column {
  header: string;
  field: Field | null;
}

/** The number that the first visit has in the headers of a file. */
export type FirstNumber = 0 | 1;

/**
 * What does the column under this header mean?
 *
 * Input: a header as somebody typed it, and the number of the first visit in the headers of the file. Output: the field,
 * whatever the case and whatever is between words and numbers; null where the words don't settle which field is
 * meant, the number is none of a visit, or a word says that the value is computed.
 *
 * @example fieldOf('Chart #') // 'chartNumber'
 * @example fieldOf('1st infusion date') // 'date:infusion-1'
 * @example fieldOf('score_0', 0) // 'score:infusion-1'
 * @example fieldOf('Infusion 1') // null, as it may be the date or the score
 * @example fieldOf('CUDOS 6 (%)') // null
 */
export function fieldOf(header: string, firstNumber: FirstNumber = 1): Field | null {
  const words = wordsOf(header);
  const plain = named(PLAIN_HEADERS, words.join(''));
  if (plain) return plain;
  if (/[%‰Δ]/u.test(header) || words.some((word) => COMPUTED_WORDS.includes(word))) return null;
  const part = partOf(words);
  if (part === null) return null;
  const slot = slotOf(words, firstNumber);
  return slot === null ? null : visitField(part, slot);
}

/** What a spreadsheet can't be read without; where it has one row a visit, the score of the visit is the score. */
export const NEEDED: readonly Field[] = ['chartNumber', 'score:infusion-1'];

/** Does each row hold one visit? */
export function isVisitLayout(fields: readonly (Field | null)[]): boolean {
  return fields.includes('visitScore');
}

/**
 * What do these headers mean?
 *
 * Input: the headers of a file in order, and the number of the first visit in them. Output: the fields. Where no header
 * names a visit but there are columns for the score and the day or number of one, each row holds one visit.
 *
 * @example fieldsOf(['MRN', 'Visit', 'Date', 'CUDOS']) // ['chartNumber', 'visit', 'visitDate', 'visitScore']
 */
export function fieldsOf(headers: readonly string[], firstNumber: FirstNumber = 1): (Field | null)[] {
  const fields = headers.map((header) => fieldOf(header, firstNumber));
  if (fields.some((field) => field !== null && slotOfField(field) !== null)) return fields;
  const joined = headers.map((header) => wordsOf(header).join(''));
  const visits = { ...pick('visit', joined), ...pick('visitInstance', joined), ...pick('visitDate', joined) };
  const scores = pick('visitScore', joined);
  const found = { ...visits, ...scores, ...pick('visitMissed', joined) };
  if (Object.keys(scores).length === 0 || Object.keys(visits).length === 0) return fields;
  const byPlace = new Map(Object.entries(found).map(([field, at]) => [at, field as PlainField]));
  // A form's "start" is when it was opened.
  return fields.map((field, at) => byPlace.get(at) ?? (joined[at] === 'start' ? null : field));
}

/** The place of the header that names this best. */
function pick(field: PlainField, joined: readonly string[]): Record<string, number> {
  const name = VISIT_HEADERS[field]?.find((each) => joined.includes(each));
  return name === undefined ? {} : { [field]: joined.indexOf(name) };
}

/**
 * What do the columns of a spreadsheet mean, and can it be read so?
 *
 * Input: the headers, the row they are in, and what each means where that was stated, else the headers are understood.
 * Output: a column for each, and a fault for each column that means the same as one before it, for a missing chart
 * number or first score, and where meanings are stated for more or fewer columns than there are.
 *
 * @example mapHeaders(['MRN', 'Score 1'], 1).faults // []
 */
export function mapHeaders(
  headers: readonly string[],
  row: number,
  stated?: readonly (Field | null)[],
  firstNumber: FirstNumber = 1,
): { columns: Column[]; faults: SheetFault[] } {
  const fields = stated ?? fieldsOf(headers, firstNumber);
  const columns = headers.map((header, at) => ({ header: seenText(header), field: fields[at] ?? null }));
  const miscounted = stated && stated.length !== headers.length ? [countFault(row, headers, stated)] : [];
  const twice = columns.flatMap(({ header, field }, at) => {
    const first = columns.findIndex((column) => column.field === field);
    if (field === null || first === at) return [];
    const message = `The columns "${columns[first]?.header}" and "${header}" mean the same, ${headerOf(field)}. Keep one of them.`;
    return [{ ...place(row, header), columnNumber: at + 1, rule: 'column-twice', message }];
  });
  const missing = neededOf(columns).map((field) => {
    const message = `There is no column ${headerOf(field)}. Say which row holds the names of the columns, and what each column means.`;
    return { ...place(row, headerOf(field)), rule: 'column-missing', message };
  });
  return { columns, faults: [...miscounted, ...twice, ...missing] };
}

function neededOf(columns: readonly Column[]): Field[] {
  const fields = columns.map(({ field }) => field);
  const needed = isVisitLayout(fields) ? NEEDED.slice(0, 1) : NEEDED;
  return needed.filter((field) => !fields.includes(field));
}

function place(row: number, column: string | null) {
  return { row, column, columnNumber: null, value: null, acceptable: false };
}

function countFault(
  row: number,
  { length: found }: readonly string[],
  { length: stated }: readonly (Field | null)[],
): SheetFault {
  const message = `The file has ${found} columns, and the meanings of ${stated} were stated. State one for each, in order.`;
  return { ...place(row, null), rule: 'columns-stated', message };
}

/** The words and numbers of a header; `1st` and `first` are 1. */
export function wordsOf(header: string): string[] {
  const spaced = seenText(header.normalize('NFKC'))
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1 ');
  const words = spaced.replaceAll('#', ' number ').match(/[\p{L}]+|\d+/gu) ?? [];
  return words.map((word) => (ORDINALS.includes(word) ? String(ORDINALS.indexOf(word) + 1) : word));
}

function named(names: Partial<Record<PlainField, readonly string[]>>, joined: string): PlainField | null {
  const found = Object.entries(names).find(([, known]) => known.includes(joined));
  return found ? (found[0] as PlainField) : null;
}

/** The part that the words name. `Day 1 score` is no date, and `Reason for visit 1` says why somebody came. */
function partOf(words: readonly string[]): VisitPart | null {
  const named = (part: VisitPart) => words.some((word) => PART_WORDS[part].includes(word));
  if (named('note')) return 'note';
  if (named('missed')) return 'missed';
  if (words.includes('reason') || (words.includes('day') && named('score'))) return null;
  return named('date') ? 'date' : named('score') ? 'score' : null;
}

function isFiller(word: string): boolean {
  return FILLER_WORDS.includes(word) || Object.values(PART_WORDS).some((row) => row.includes(word));
}

/**
 * Which visit does a cell of a file with one row a visit name?
 *
 * @example visitNamed('infusion_3_arm_1') // 'infusion-3'
 * @example visitNamed('Screening') // null
 */
export function visitNamed(text: string): SlotName | null {
  return parseSlot(text) ?? slotOf(wordsOf(text.replace(/_arm_\d+$/i, '')), 1);
}

/** The visit that the words left over name, when they name one and nothing else. */
function slotOf(all: readonly string[], firstNumber: FirstNumber): SlotName | null {
  const words = all.filter((word) => !isFiller(word));
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word));
  const only = (known: readonly string[]) => names.every((name) => known.includes(name));
  if (numbers.length === 0) {
    if (names.length === 0) return all.includes('before') ? 'infusion-1' : firstNumber === 0 ? 'infusion-1' : null;
    if (names.length === 1 && FIRST_WORDS.includes(names[0] ?? '')) return 'infusion-1';
    if (names.length === 1 && LAST_WORDS.includes(names[0] ?? '')) return 'post-series';
    return names[0]?.startsWith('post') && only(POST_SERIES_WORDS) ? 'post-series' : null;
  }
  if (numbers.length > 1) return null;
  const number = Number(numbers[0]);
  if (names.length === 0 || only(INFUSION_WORDS)) {
    const infusion = INFUSION_NUMBERS.find((known) => known === number + 1 - firstNumber);
    return infusion === undefined ? null : infusionSlot(infusion);
  }
  return /^f/.test(names[0] ?? '') && only(FOLLOW_UP_WORDS) ? followUpSlot(number) : null;
}
