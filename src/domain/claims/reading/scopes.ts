import type { HeadedCell } from './tables.js';

/** In which paragraph, sentence, clause, phrase and brackets each unit of a text is, by number. */
export interface Scopes {
  paragraph: Int32Array;
  sentence: Int32Array;
  clause: Int32Array;
  phrase: Int32Array;
  /** 0 outside of brackets; inside, the number of the pair. */
  bracket: Int32Array;
}

export type Scope = 'phrase' | 'clause' | 'sentence' | 'paragraph';

const ABBREVIATION = /(?:^|[^\p{L}])(?:approx|vs|e\.g|i\.e|dr|avg|ca|no|pct|mr|mrs|ms|st|cf|resp|incl|[a-z])$/u;
const BULLET = /^(?:[-*•·–—]|\d{1,2}[.)])\s/u;

const PHRASE_BREAK = /, | (?:and|but|while|whereas|with|compared|versus) /gu;
const CLAUSE_BREAK = /(?:;|:(?! (?:over |about |nearly )?[\d<>~≈]))(?= |$)| -{1,2} (?!\d)/gu;

/**
 * Which words are close together, and which apart?
 *
 * Input: the text as it was pasted, the same as plain text, and its tables: a row is a sentence, a cell a phrase. Output: for each unit the number of its
 * paragraph (parted by empty lines and list marks), sentence, clause (`;`, `:`, a dash), phrase (a comma,
 * `and`, `but`, `with`) and pair of brackets.
 *
 * Example: `83 % responded; scores fell` has one sentence and two clauses.
 */
export function scopesOf(text: string, plain: string, rows: readonly HeadedCell[][]): Scopes {
  const paragraphs = paragraphBreaks(text);
  const ofRows = rows.flatMap((row) => [row[0]?.start ?? 0, row.at(-1)?.end ?? 0]);
  const sentences = [...paragraphs, ...sentenceBreaks(plain), ...ofRows];
  const clauses = [...sentences, ...endsOf(plain, CLAUSE_BREAK)];
  const phrases = [...clauses, ...endsOf(plain, PHRASE_BREAK), ...rows.flat().map(({ start }) => start)];
  const numbered = (breaks: number[]) => numberedBy(plain.length, breaks);
  return {
    paragraph: numbered(paragraphs),
    sentence: numbered(sentences),
    clause: numbered(clauses),
    phrase: numbered(phrases),
    bracket: brackets(plain),
  };
}

/** What begins in which phrase, clause, sentence or paragraph, by its number and in order. */
export function byScope<T extends { start: number }>(things: readonly T[], numbers: Int32Array): Map<number, T[]> {
  const index = new Map<number, T[]>();
  for (const thing of things) {
    const number = numbers[thing.start] ?? 0;
    const already = index.get(number);
    if (already === undefined) index.set(number, [thing]);
    else already.push(thing);
  }
  return index;
}

function numberedBy(length: number, breaks: readonly number[]): Int32Array {
  const numbers = new Int32Array(length);
  for (const at of breaks) if (at < length) numbers[at] = 1;
  for (let at = 1; at < length; at += 1) numbers[at] = (numbers[at] ?? 0) + (numbers[at - 1] ?? 0);
  return numbers;
}

function endsOf(plain: string, pattern: RegExp): number[] {
  return Array.from(plain.matchAll(pattern), ({ 0: text, index }) => index + text.length);
}

function paragraphBreaks(text: string): number[] {
  const breaks: number[] = [];
  for (const { 0: lines, index } of text.matchAll(/\n\s*/gu)) {
    const next = index + lines.length;
    if (lines.lastIndexOf('\n') > 0 || BULLET.test(text.slice(next, next + 8))) breaks.push(next);
  }
  return breaks;
}

function sentenceBreaks(plain: string): number[] {
  const breaks: number[] = [];
  for (const { 0: mark, index } of plain.matchAll(/[.!?](?=['")\]”]?(?: |$))/gu)) {
    const before = plain.slice(Math.max(0, index - 8), index);
    if (mark !== '.' || !ABBREVIATION.test(before)) breaks.push(index + 1);
  }
  return breaks;
}

function brackets(plain: string): Int32Array {
  const numbers = new Int32Array(plain.length);
  let [pair, open] = [0, 0];
  for (let at = 0; at < plain.length; at += 1) {
    const sign = plain.charAt(at);
    if (sign === '(' || sign === '[') open = pair += 1;
    numbers[at] = open;
    if (sign === ')' || sign === ']') open = 0;
  }
  return numbers;
}
