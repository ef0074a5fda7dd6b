import { ITEMS } from '../../domain/cudos/items.js';
import { slotOfField, visitField, type Field, type VisitPart } from './fields.js';
import { fieldOf, wordsOf, type Column, type FirstNumber } from './header-meaning.js';
import { FINAL_WORDS } from './header-words.js';
import type { SheetFault } from './sheet-fault.js';

/**
 * What is left of names that a program has put together?
 *
 * Input: the headers of a file. Output: where all are a question's code and its text, as LimeSurvey writes them, the texts; where some
 * are groups and a question, as Kobo writes them, the questions; else the headers.
 *
 * @example plainNames(['mrn. Chart number', 'cudos. CUDOS total']) // ['Chart number', 'CUDOS total']
 * @example plainNames(['today', 'visit/cudos_total']) // ['today', 'cudos_total']
 */
export function plainNames(headers: readonly string[]): string[] {
  const named = headers.filter((header) => header !== '');
  if (named.length > 1 && named.every((header) => CODE_AND_TEXT.test(header))) {
    return headers.map((header) => header.replace(CODE_AND_TEXT, ''));
  }
  return headers.map((header) => (/^\w+(?:\/\w+)+$/.test(header) ? (header.split('/').at(-1) ?? header) : header));
}

const CODE_AND_TEXT = /^\w[\w[\]]*\.\s+(?=\S)/;

/**
 * Which visit does each of several columns with the same name hold?
 *
 * Input: the headers, and what they mean one by one. Output: the fields, those of names such as Date and Score that repeat without a number
 * counted from infusion 1 in their order; a Score beside Score2 and Score3, as Excel names the columns of a table, is the
 * first. `assumptions` has them confirmed.
 *
 * @example numbered(['MRN', 'Date', 'Score', 'Date', 'Score'], ['chartNumber', null, null, null, null])[4] // 'score:infusion-2'
 * @example numbered(['MRN', 'Score', 'Score2'], ['chartNumber', null, 'score:infusion-2'])[1] // 'score:infusion-1'
 */
export function numbered(headers: readonly string[], fields: readonly (Field | null)[]): (Field | null)[] {
  const names = headers.map((header) => wordsOf(header).join(' '));
  const times = (name: string) => names.filter((each) => each === name).length;
  const isFirst = (name: string) => !names.includes(`${name} 1`) && names.includes(`${name} 2`);
  const repeats = names.map(
    (name, at) => fields[at] === null && (times(name) > 1 || isFirst(name)) && fieldOf(`${name} 1`) !== null,
  );
  if (!names.some((name, at) => repeats[at] && fieldOf(`${name} 1`) === 'score:infusion-1')) return [...fields];
  return fields.map((field, at) => {
    const place = names.slice(0, at + 1).filter((name) => name === names[at]).length;
    return repeats[at] ? fieldOf(`${names[at]} ${place}`) : field;
  });
}

/**
 * Which columns hold the score at infusion 6, where a file has no other visit but a first and a last?
 *
 * Input: the headers, and what they mean one by one. Output: the fields, those of the score after the series, or of one that is called final or
 * last, as infusion 6. `assumptions` has them confirmed.
 *
 * @example lastAsSixth(['MRN', 'Pre', 'Post'], ['chartNumber', 'score:infusion-1', 'score:post-series'])[2] // 'score:infusion-6'
 */
export function lastAsSixth(headers: readonly string[], fields: readonly (Field | null)[]): (Field | null)[] {
  const slots = new Set(fields.flatMap((field) => (field === null ? [] : (slotOfField(field) ?? []))));
  if (!slots.has('infusion-1') || [...slots].some((slot) => slot !== 'infusion-1' && slot !== 'post-series')) {
    return [...fields];
  }
  const sixth = fields.map((field, at) => {
    const last = field === null ? finalField(headers[at] ?? '') : field;
    if (last === 'startedOn' && !fields.includes('date:infusion-1')) return 'date:infusion-1';
    if (last === null || slotOfField(last) !== 'post-series') return field;
    return visitField(last.split(':')[0] as VisitPart, 'infusion-6');
  });
  return sixth.includes('score:infusion-6') ? sixth : [...fields];
}

const FORM_LENGTHS = [ITEMS.length, ITEMS.filter(({ inTotal }) => inTotal).length];

/**
 * Which columns hold the answers of a form, and not the scores of visits?
 *
 * Input: the headers. Output: the places of names that differ only in their number, 1 to 16 (those of the total) or to 18, where no dates are
 * numbered so.
 *
 * @example answersOfForm(['MRN', 'cudos_1', … 'cudos_18', 'cudos_total']).size // 18
 */
export function answersOfForm(headers: readonly string[]): Set<number> {
  const families = new Map<string, number[]>();
  headers.forEach((header, at) => {
    const words = wordsOf(header);
    const family = words.map((word) => (/^\d+$/.test(word) ? '#' : word)).join(' ');
    if (family.split('#').length === 2) families.set(family, [...(families.get(family) ?? []), at]);
  });
  const isDated = [...families].some(([family, places]) => /\b(?:date|day)\b/.test(family) && places.length > 6);
  const whole = [...families.values()].filter((places) => {
    const numbers = places.map((at) => Number(wordsOf(headers[at] ?? '').find((word) => /^\d+$/.test(word))));
    return FORM_LENGTHS.includes(numbers.length) && numbers.every((number, at) => number === at + 1);
  });
  return new Set(isDated ? [] : whole.flat());
}

/** What a header with a word for the last visit means, e.g. "Final CUDOS". */
function finalField(header: string): Field | null {
  const words = wordsOf(header);
  if (!words.some((word) => FINAL_WORDS.includes(word))) return null;
  const others = words.filter(
    (word) => !FINAL_WORDS.includes(word) && !['infusion', 'treatment', 'visit'].includes(word),
  );
  return fieldOf(['post', ...others].join(' '));
}

/** What was assumed of columns that a person has to look at. */
export function assumptions(columns: readonly Column[], row: number, firstNumber: FirstNumber): SheetFault[] {
  const about = (at: number) => ({ row, column: columns[at]?.header ?? null, columnNumber: at + 1, value: null });
  const slots = new Set(columns.flatMap(({ field }) => (field === null ? [] : (slotOfField(field) ?? []))));
  const sixth = columns.findIndex(({ header, field }) => field === 'score:infusion-6' && !/\d|six/i.test(header));
  const plain = plainNames(columns.map(({ header }) => header));
  const counted = columns.findIndex(
    ({ field }, at) => field?.startsWith('score:') && at !== sixth && fieldOf(plain[at] ?? '', firstNumber) === null,
  );
  const faults: SheetFault[] = [];
  if (counted >= 0) {
    const message = `Columns of the same name follow each other, and are read as infusions 1, 2 and so on in their order. Accept that, or number them.`;
    faults.push({ ...about(counted), rule: 'columns-numbered', message, acceptable: true });
  } else if (sixth >= 0 && slots.size === 2) {
    const message = `The file has a first score and one after it: "${columns[sixth]?.header}" is read as the score at infusion 6. Accept that, or say what it is.`;
    faults.push({ ...about(sixth), rule: 'last-as-infusion-6', message, acceptable: true });
  }
  return faults;
}
