import { closestCue, cuesBeside, indexOf } from './closest-cue.js';
import type { CueIndex } from './closest-cue.js';
import { cuesOf } from './cues.js';
import type { Cue, CueKind } from './cues.js';
import { elsewhereIn } from './elsewhere.js';
import type { ElsewherePlace } from './elsewhere.js';
import { foreignSentences } from './language.js';
import { masked, masksOf } from './masks.js';
import type { Mask } from './masks.js';
import { periodsNamed } from './named-period.js';
import type { PeriodPlace } from './named-period.js';
import { plainText } from './plain-text.js';
import { quantifiersOf } from './quantifiers.js';
import { quantitiesOf } from './quantities.js';
import type { Quantity } from './quantity.js';
import { byScope, scopesOf } from './scopes.js';
import type { Scope, Scopes } from './scopes.js';
import { tableRowsIn } from './tables.js';
import type { HeadedCell } from './tables.js';
import { tokensOf } from './tokens.js';

/** Names of rows that are of no others. */
const EVERYBODY = /^(?:all|total|overall|n|number)(?!\p{L})/u;

/** The cue words of one cell of a table. */
type CuesIn = (cell: HeadedCell) => readonly Cue[];

/** A pasted text, taken apart. */
export interface Passage {
  plain: string;
  masks: Mask[];
  scopes: Scopes;
  cues: CueIndex;
  quantities: Quantity[];
  /** Words that speak of another scale, other people or another treatment, by the number of their sentence. */
  elsewhere: ReadonlyMap<number, readonly ElsewherePlace[]>;
  periods: PeriodPlace[];
  /** Numbers of the sentences that are not in English. */
  foreign: ReadonlySet<number>;
}

/**
 * What is a pasted text made of?
 *
 * Input: any text, and the names of the clinics whose publications it is held against. Output: the text in
 * plain form with dates, names and prices blanked, its scopes, its cue words, and its numbers.
 *
 * Example: `In 2025, 83 % responded` has one number, 83 %, and one cue word.
 */
export function passageOf(text: string, names: readonly string[]): Passage {
  const whole = plainText(text);
  const masks = masksOf(whole, names.map(plainText));
  const plain = masked(whole, masks);
  const quantities = inOrder(quantitiesOf(plain, tokensOf(plain)), quantifiersOf(plain));
  const rows = tableRowsIn(text);
  const scopes = scopesOf(text, plain, rows);
  const found = withoutBounds(cuesOf(plain), quantities);
  const bySentence = indexOf(found, scopes);
  const cuesIn = ({ start, end }: HeadedCell) =>
    cuesBeside(bySentence, scopes, 'sentence', start).filter((cue) => cue.start >= start && cue.end <= end);
  const all = [...found, ...cuesOfHeads(rows, cuesIn)].sort((one, other) => one.start - other.start);
  return {
    plain,
    masks,
    scopes,
    cues: indexOf(all, scopes),
    quantities,
    elsewhere: byScope([...elsewhereIn(plain), ...unknownRowNames(plain, rows, cuesIn)], scopes.sentence),
    periods: periodsNamed(whole),
    foreign: foreignSentences(plain, scopes),
  };
}

/** The cue words of the head of its column, at the begin of each cell: `Response` right before the 57 below it. */
function cuesOfHeads(rows: readonly HeadedCell[][], cuesIn: CuesIn): Cue[] {
  return rows.flat().flatMap(({ head, start }) => {
    const above = head === null ? [] : cuesIn(head);
    return above.map(({ kind }) => ({ kind, start, end: start }));
  });
}

/** Of a row whose name says nothing that is known (`Under 40`) that name, at the begin of each cell: other people, for all that is known. */
function unknownRowNames(plain: string, rows: readonly HeadedCell[][], cuesIn: CuesIn): ElsewherePlace[] {
  return rows.flatMap(([first, ...others]) => {
    if (first === undefined || others.every(({ head }) => head === null)) return [];
    const words = plain.slice(first.start, first.end).trim();
    if (cuesIn(first).length > 0 || EVERYBODY.test(words) || !/\p{L}/u.test(words)) return [];
    return others.map(({ start }) => ({ kind: 'group', cohort: null, words, start, end: start }));
  });
}

/** Numbers and words for them; a number within words, as in `two times as many`, is a part of these. */
function inOrder(numbers: readonly Quantity[], words: readonly Quantity[]): Quantity[] {
  const apart = numbers.filter(({ start, end }) => !words.some((each) => each.start < end && start < each.end));
  return [...apart, ...words].sort((one, other) => one.start - other.start);
}

/** The `less` of `less than 5 %` says nothing of a fall. */
function withoutBounds(cues: readonly Cue[], quantities: readonly Quantity[]): Cue[] {
  let next = 0;
  return cues.filter(({ kind, start, end }) => {
    while ((quantities[next]?.end ?? Infinity) <= start) next += 1;
    const isInside = end > (quantities[next]?.start ?? Infinity);
    return !isInside || (kind !== 'fall' && kind !== 'rise');
  });
}

/**
 * Which cue of these kinds is closest to a number, first in its phrase, then in its clause, then in its
 * sentence?
 *
 * Input: a passage, the place of the number, the kinds, and the scopes to look in, in order. Output: the
 * closest of the first scope that has one, or null.
 *
 * Example: `83 % responded and scores fell` says of 83 % that it is a response.
 */
export function cueFor(
  { cues, scopes }: Passage,
  at: { start: number; end: number },
  kinds: ReadonlySet<CueKind>,
  where: readonly Scope[] = ['phrase', 'clause', 'sentence'],
): Cue | null {
  for (const scope of where) {
    const cue = closestCue(cues, scopes, at, kinds, scope);
    if (cue !== null) return cue;
  }
  return null;
}

/**
 * What is directly before and after a number?
 *
 * Input: a passage, the place of the number, and how far to look. Output: so many units of the plain text on
 * either side.
 *
 * Example: around 83 in `success in 83 % of all` it is `success in ` and ` % of all`.
 */
export function around(
  { plain }: Passage,
  { start, end }: { start: number; end: number },
  reach = 60,
): { before: string; after: string } {
  return {
    before: plain.slice(Math.max(0, start - reach), start),
    after: plain.slice(end, end + reach),
  };
}
