import type { Who } from './measures.js';
import type { Passage } from './reading/passage.js';
import type { PublicNumber } from './public-number.js';
import type { Reading } from './reading/reading.js';
import type { Readings } from './reading/readings.js';

/**
 * Which group does a number speak of, when the text names it by its size alone?
 *
 * Input: a passage, its readings, and what is published. Output: the readings, where a number of patients in
 * the same sentence (or the second number of a ratio) is the n of exactly one group that started or had all
 * six infusions, and no word of the clause names another.
 *
 * Example: `83 % of 120 patients` speaks of completers, where these are 120.
 */
export function withGroupsByN(passage: Passage, read: Readings, published: readonly PublicNumber[]): Readings {
  const sized = sizedGroups(passage, read, groupsBySize(published));
  const named = new Map(read.readings.map((reading) => [reading, byN(passage, reading, sized)]));
  const of = (reading: Reading) => named.get(reading) ?? reading;
  return {
    ...read,
    readings: read.readings.map(of),
    pairs: read.pairs.map(({ before, after }) => ({ before: of(before), after: of(after) })),
  };
}

/** `83 % of 175 patients`, where no other group follows. */
const OUT_OF = /^ (?:out )?of (?:the |our |all |these |those ){0,3}$/u;
const NO_OTHER = /^\d+ (?:patients|people|clients|participants|adults)(?! who| that| with| scored)/u;

/** A group that is named by its size, and where. */
interface SizedGroup {
  place: number;
  who: Who;
}

/** The last one named up to the number, else the first one behind it. */
function byN({ plain, scopes }: Passage, reading: Reading, sized: ReadonlyMap<number, SizedGroup[]>): Reading {
  if (reading.measure === 'patients') return reading;
  const { start, end } = reading.quantity;
  const here = sized.get(scopes.sentence[start] ?? 0) ?? [];
  const own = here.find(({ place }) => place > end && OUT_OF.test(plain.slice(end, place)));
  if (own !== undefined && NO_OTHER.test(plain.slice(own.place))) return { ...reading, who: own.who };
  if (reading.whoIsNear) return reading;
  const who = here.findLast(({ place }) => place <= start)?.who ?? here[0]?.who;
  return who === undefined ? reading : { ...reading, who };
}

/** By the number of the sentence. */
function sizedGroups(
  { scopes }: Passage,
  { readings }: Readings,
  groups: ReadonlyMap<number, Who>,
): Map<number, SizedGroup[]> {
  const sized = new Map<number, SizedGroup[]>();
  for (const { measure, quantity } of readings) {
    const size = quantity.ratio?.of ?? (measure === 'patients' ? quantity.low : null);
    const who = size === null ? undefined : groups.get(size);
    if (who === undefined) continue;
    const sentence = scopes.sentence[quantity.start] ?? 0;
    const already = sized.get(sentence) ?? [];
    already.push({ place: quantity.start, who });
    sized.set(sentence, already);
  }
  return sized;
}

function groupsBySize(published: readonly PublicNumber[]): Map<number, Who> {
  const groups = new Map<number, Who>();
  const unclear = new Set<number>();
  for (const { measure, who, value } of published) {
    if (measure !== 'patients' || (who !== 'starters' && who !== 'completers')) continue;
    if (groups.has(value) && groups.get(value) !== who) unclear.add(value);
    groups.set(value, who);
  }
  for (const size of unclear) groups.delete(size);
  return groups;
}
