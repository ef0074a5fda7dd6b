import { followUpSlot, INFUSION_NUMBERS, infusionSlot, parseSlot } from '../../domain/course/record/slots.js';
import type { SlotName } from '../../domain/course/record/slots.js';
import { seenText } from '../../domain/spreadsheet/plain-text.js';
import { visitField, type Field, type PlainField, type VisitPart } from './fields.js';
import {
  VISIT_WORDS,
  COMPUTED_WORDS,
  FILLER_WORDS,
  FIRST_COMPANIONS,
  FIRST_WORDS,
  FOLLOW_UP_WORDS,
  INFUSION_WORDS,
  LAST_WORDS,
  NUMBER_WORDS,
  ORDINALS,
  PART_WORDS,
  PLAIN_HEADERS,
  POST_SERIES_WORDS,
  ROMAN,
  TRANSLATED_WORDS,
} from './header-words.js';

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
  const plain = PLAIN_NAMES.get(words.join(''));
  if (plain) return plain;
  if (/[%‰Δ]/u.test(header) || words.some((word) => COMPUTED_WORDS.includes(word))) return null;
  const part = partOf(words);
  if (part === null) return null;
  const slot = slotOf(words, firstNumber);
  return slot === null ? null : visitField(part, slot);
}

/** What each name means by itself. */
const PLAIN_NAMES = new Map(
  Object.entries(PLAIN_HEADERS).flatMap(([field, names]) =>
    names.map((name): [string, PlainField] => [name, field as PlainField]),
  ),
);

/** The words and numbers of a header; `1st` and `first` are 1. */
export function wordsOf(header: string): string[] {
  // Most cells among which a header is looked for are numbers and days.
  if (/^(?:\d+(?:-\d\d-\d\d)?)?$/.test(header)) return header.match(/\d+/g) ?? [];
  const spaced = seenText(header.normalize('NFKC'))
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1 ')
    // The range of a score says nothing of a visit, nor does how many infusions there are.
    .replace(/[([]?\b0\s?(?:-|–|to)\s?64\b[)\]]?/g, ' ')
    .replace(/\b([1-6])\s?(?:of|\/)\s?6\b/g, '$1 ');
  const plain = spaced.normalize('NFD').replace(/\p{M}/gu, '');
  const found = plain.replaceAll('#', ' number ').match(/[\p{L}]+|\d+/gu) ?? [];
  const words = found.map((word) => TRANSLATED_WORDS[word] ?? word);
  return words.map((word, at) => numberNamed(word, words[at - 1]) ?? word);
}

/** The number that a word names; a roman one, and one without a digit, only behind a word for an infusion. */
function numberNamed(word: string, before = ''): string | null {
  if (ORDINALS.includes(word)) return String(ORDINALS.indexOf(word) + 1);
  if (!INFUSION_WORDS.includes(before)) return null;
  const place = Math.max(ROMAN.indexOf(word), NUMBER_WORDS.indexOf(word));
  return place < 0 ? null : String(place + 1);
}

/** The part that the words name. `Day 1 score` is no date, `Total dose 1` no score, and `Reason for visit 1` says why somebody came. */
function partOf(words: readonly string[]): VisitPart | null {
  const named = (part: VisitPart) => words.some((word) => PART_WORDS[part].includes(word));
  if (named('note')) return 'note';
  if (named('missed')) return 'missed';
  if (words.includes('reason') || (words.includes('day') && named('score'))) return null;
  if (words.includes('dose') && !words.some((word) => ['date', 'score', 'cudos'].includes(word))) return null;
  return named('date') ? 'date' : named('score') ? 'score' : null;
}

/**
 * Does every word of this header belong to a visit, one of them to its score or date?
 *
 * @example isOfVisit('Week 2 CUDOS') // true
 * @example isOfVisit('PHQ-9 score 1') // false
 */
export function isOfVisit(header: string): boolean {
  const words = wordsOf(header);
  if (/[%‰Δ]/u.test(header) || !['score', 'date'].includes(partOf(words) ?? '')) return false;
  const names = words.filter((word) => !/^\d+$/.test(word) && !FILLERS.has(word));
  if (partOf(words) === 'date' && !words.some((word) => /^\d+$/.test(word))) return false;
  return names.length > 0 && names.every((word) => VISIT_WORDS.includes(word));
}

const FILLERS = new Set([...FILLER_WORDS, ...Object.values(PART_WORDS).flat()]);

/**
 * Which visit does a cell of a file with one row a visit name?
 *
 * @example visitNamed('infusion_3_arm_1') // 'infusion-3'
 * @example visitNamed('Infusion 3 (Arm 1: Main)') // 'infusion-3'
 * @example visitNamed('Visit 0', 0) // 'infusion-1'
 * @example visitNamed('Screening') // null
 */
export function visitNamed(text: string, firstNumber: FirstNumber = 1): SlotName | null {
  const plain = text.replace(/_arm_\d+$|\s*\(arm \d+[^)]*\)$/i, '').replace(/^(\d+)\.0$/, '$1');
  return (firstNumber === 1 ? parseSlot(text) : null) ?? slotOf(wordsOf(plain), firstNumber);
}

/** The visit that the words left over name, when they name one and nothing else. */
function slotOf(all: readonly string[], firstNumber: FirstNumber): SlotName | null {
  const words = all.filter((word) => !FILLERS.has(word));
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word));
  const only = (known: readonly string[]) => names.every((name) => known.includes(name));
  if (numbers.length === 0) {
    if (names.length === 0) return all.includes('before') ? 'infusion-1' : firstNumber === 0 ? 'infusion-1' : null;
    if (FIRST_WORDS.includes(names[0] ?? '') && names.slice(1).every((name) => FIRST_COMPANIONS.includes(name))) {
      return 'infusion-1';
    }
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
