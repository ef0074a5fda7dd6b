import { countBesidePercent, plainReading } from './counted-people.js';
import type { CueKind } from './cues.js';
import { definedBy, isByOtherRule, ownDefinitionsIn } from './definitions-in-text.js';
import { reasonToIgnore } from './ignored.js';
import { pairsOf } from './pairs.js';
import type { Pair } from './pairs.js';
import { around, cueFor } from './passage.js';
import type { Passage } from './passage.js';
import type { Quantity } from './quantity.js';
import { readingOf } from './reading.js';
import type { Reading } from './reading.js';
import { shareMeasure } from './shares.js';

export interface Readings {
  readings: Reading[];
  /** The before and the after that belong together. */
  pairs: { before: Reading; after: Reading }[];
  ignored: { quantity: Quantity; reason: string }[];
}

const SCORES: ReadonlySet<CueKind> = new Set<CueKind>(['score', 'fall', 'rise', 'better']);
const OTHER: ReadonlySet<CueKind> = new Set<CueKind>(['other']);
const INTERVAL = /(?:interval|(?:^|[^\p{L}])ci)[^\p{L}\d]*(?:(?:of|from|is|was) )?$/u;
const NO_OUTCOME = 'nothing beside it speaks of an outcome';

/**
 * What does a text say that each of its numbers measures, and of whom?
 *
 * Input: a passage. Output: the numbers that speak of an outcome with their meaning, the pairs among them, and
 * the numbers that don't with what they are instead.
 *
 * Example: `after six infusions 83 % responded` has a response of completers, and a number of infusions.
 */
export function readingsOf(passage: Passage): Readings {
  const ignored: Readings['ignored'] = [];
  const kept: Quantity[] = [];
  for (const quantity of passage.quantities) {
    const reason = definedBy(passage, quantity) ?? reasonToIgnore(passage.plain, quantity);
    if (reason === null) kept.push(quantity);
    else ignored.push({ quantity, reason });
  }
  const pairs = pairsOf(passage.plain, kept, passage.scopes).filter((pair) => isOfScores(passage, kept, pair));
  const ownDefinitions = ownDefinitionsIn(passage);
  const readings: Reading[] = [];
  const byPlace = new Map<number, Reading>();
  for (const [place, quantity] of kept.entries()) {
    const reading = readAt(passage, { kept, pairs, ownDefinitions }, place, readings);
    if (reading === null) ignored.push({ quantity, reason: NO_OUTCOME });
    else {
      readings.push(reading);
      byPlace.set(place, reading);
    }
  }
  return { readings, pairs: pairs.flatMap((pair) => bothOf(byPlace, pair)), ignored };
}

function bothOf(byPlace: ReadonlyMap<number, Reading>, pair: Pair) {
  const [before, after] = [byPlace.get(pair.before), byPlace.get(pair.after)];
  return before === undefined || after === undefined ? [] : [{ before, after }];
}

function isOfScores(passage: Passage, kept: readonly Quantity[], pair: Pair): boolean {
  const [before, after] = [kept[pair.before], kept[pair.after]];
  if (before === undefined || after === undefined) return false;
  if (cueFor(passage, before, OTHER, ['phrase']) !== null) return false;
  const exact = before.decimals > 0 || after.decimals > 0;
  return exact || cueFor(passage, before, SCORES) !== null;
}

/** What is known of the passage before its numbers are read. */
interface Said {
  kept: readonly Quantity[];
  pairs: readonly Pair[];
  ownDefinitions: ReadonlySet<number>;
}

function readAt(
  passage: Passage,
  { kept, pairs, ownDefinitions }: Said,
  place: number,
  sofar: readonly Reading[],
): Reading | null {
  const quantity = kept[place];
  if (quantity === undefined) return null;
  if (passage.foreign.has(passage.scopes.sentence[quantity.start] ?? 0)) {
    const words = 'another language than English';
    return { ...readingOf(passage, quantity, 'other', {}), elsewhere: { kind: 'language', words, cohort: null } };
  }
  const pair = pairs.find(({ before, after }) => before === place || after === place);
  if (pair !== undefined) return readingOf(passage, quantity, pair.before === place ? 'before' : 'after', {});
  if (quantity.inWords === 'multiple') return readingOf(passage, quantity, 'other', {});
  const last = sofar.at(-1);
  if (last !== undefined && isInterval(passage, quantity, last)) return intervalOf(last, quantity);
  const inBrackets = last?.measure === 'after' && isBehindPair(passage, last, quantity);
  if (inBrackets) return readingOf(passage, quantity, 'percentFall', {});
  const isPercent = quantity.unit === 'percent' || quantity.unit === 'percentagePoints';
  const read = isPercent
    ? percentAt(passage, quantity, last)
    : (countBesidePercent(passage, kept, place) ?? plainReading(passage, quantity));
  return read?.measure === 'response' && isByOtherRule(passage, quantity, ownDefinitions)
    ? { ...read, measure: 'other' }
    : read;
}

function intervalOf(last: Reading, quantity: Quantity): Reading {
  const form = last.form === 'count' ? 'percent' : last.form;
  return { ...last, quantity, form, interval: true };
}

function isInterval(passage: Passage, quantity: Quantity, last: Reading): boolean {
  const { sentence } = passage.scopes;
  const together = sentence[last.quantity.start] === sentence[quantity.start];
  const isRange = quantity.low < quantity.high;
  const between = passage.plain.slice(last.quantity.end, quantity.start);
  const isMarked = INTERVAL.test(around(passage, quantity).before) || /^ ?[([]$/u.test(between);
  return together && isRange && isMarked;
}

/** `from 35 to 11 (69 %)` */
function isBehindPair({ plain }: Passage, last: Reading, quantity: Quantity): boolean {
  return (
    quantity.unit === 'percent' &&
    /^ ?(?:points? )?[([] ?[-=]? ?$/u.test(plain.slice(last.quantity.end, quantity.start))
  );
}

function percentAt(passage: Passage, quantity: Quantity, last: Reading | undefined): Reading | null {
  const share = shareMeasure(passage, quantity);
  if (share !== null) return readingOf(passage, quantity, share.measure, share);
  const { paragraph, sentence } = passage.scopes;
  const here = quantity.start;
  const before = last?.quantity.start ?? here;
  const continues =
    last !== undefined && paragraph[before] === paragraph[here] && (sentence[here] ?? 0) - (sentence[before] ?? 0) <= 1;
  if (!continues) return null;
  const scored = last.measure === 'before' || last.measure === 'after' || last.measure === 'pointsFall';
  if (scored) return readingOf(passage, quantity, 'percentFall', {});
  return last.form === 'percent' ? readingOf(passage, quantity, last.measure, last) : null;
}
