import { seenText } from '../../domain/spreadsheet/plain-text.js';
import { answersOfForm, lastAsSixth, numbered, plainNames } from './assumed-columns.js';
import { headerOf, slotOfField, type Field, type PlainField } from './fields.js';
import { VISIT_HEADERS } from './visits/visit-headers.js';
import { fieldOf, wordsOf, type Column, type FirstNumber } from './header-meaning.js';
import type { SheetFault } from './sheet-fault.js';
import { counted } from '../../domain/numbers/words.js';

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
  if (firstNumber === 0) {
    const counted = fieldsOf(headers);
    if (isVisitLayout(counted)) return counted;
  }
  const plain = plainNames(headers);
  const answers = answersOfForm(plain);
  const alone = plain.map((header, at) => (answers.has(at) ? null : fieldOf(header, firstNumber)));
  const fields = lastAsSixth(plain, numbered(plain, alone));
  if (fields.some((field) => field !== null && slotOfField(field) !== null)) return fields;
  const joined = plain.map((header) => wordsOf(header).join(''));
  const visits = { ...pick('visit', joined), ...pick('visitInstance', joined), ...pick('visitDate', joined) };
  const scores = pick('visitScore', joined);
  const found = { ...visits, ...scores, ...pick('visitMissed', joined), ...pick('visitInstrument', joined) };
  if (Object.keys(scores).length === 0 || Object.keys(visits).length === 0) return fields;
  const byPlace = new Map(Object.entries(found).map(([field, at]) => [at, field as PlainField]));
  return fields.map((field, at) => byPlace.get(at) ?? (isOpening(joined, at) ? null : field));
}

/** A form's "start" is when it was opened, and so is its "startdate" where it also says when it was sent. */
function isOpening(joined: readonly string[], at: number): boolean {
  const sent = joined.some((name) => ['submitdate', 'datesubmitted', 'datestamp', 'datelastaction'].includes(name));
  return joined[at] === 'start' || (sent && ['startdate', 'datestarted'].includes(joined[at] ?? ''));
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
    const names = [columns[first]?.header ?? '', header];
    const isBaseline = names.some((name) => !/\d/.test(name)) && slotOfField(field) === 'infusion-1';
    const what = isBaseline ? 'Keep one of them, or number from 0 if it is visit 0.' : 'Keep one of them.';
    const message = `The columns "${names.join('" and "')}" mean the same, ${headerOf(field)}. ${what}`;
    return [{ ...place(row, header), columnNumber: at + 1, rule: 'column-twice', message }];
  });
  const missing = neededOf(columns).map((field) => {
    const message = `There is no column ${headerOf(field)}. ${whatToDo(field, headers)}`;
    return { ...place(row, headerOf(field)), rule: 'column-missing', message };
  });
  return { columns, faults: [...miscounted, ...twice, ...missing] };
}

/** Only totals are imported: a file with the answers of a form is turned into one by adding up. */
function whatToDo(field: Field, headers: readonly string[]): string {
  const answers = [...answersOfForm(plainNames(headers))];
  const [first, last] = [answers.at(0), answers.at(-1)];
  if (field === 'chartNumber' || first === undefined || last === undefined)
    return 'Say which row holds the names of the columns, and what each column means.';
  const columns = `"${seenText(headers[first] ?? '')}" to "${seenText(headers[last] ?? '')}"`;
  return `The columns ${columns} look like the answers of a form. Add up items 1 to 16 of each visit, and send the total.`;
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
  const message = `The file has ${counted(found, 'column')}, and the ${stated === 1 ? 'meaning of 1 was' : `meanings of ${stated} were`} stated. State one for each, in order.`;
  return { ...place(row, null), rule: 'columns-stated', message };
}
