import type { ClaimSource, Verdict } from './claim-answer.js';
import { mayFollow } from './bounded-fit.js';
import { fitOf, intervalFit } from './fit.js';
import type { Fit } from './fit.js';
import { impliedWho } from './measures.js';
import type { Measure, PublishedWho, Who } from './measures.js';
import type { NamedPeriod } from './reading/named-period.js';
import type { PublicNumber } from './public-number.js';
import type { WithheldNumber } from './public-numbers.js';
import type { Reading } from './reading/reading.js';

/** Everything published that a claim is held against; the sources that answer best come first. */
export interface Published {
  current: readonly PublicNumber[];
  ended: readonly PublicNumber[];
  withheld: readonly WithheldNumber[];
}

/** How a number of the text compares with what is published. */
export interface Finding {
  reading: Reading;
  /** The group the number is taken to speak of; null for a count of any group. */
  who: Who | null;
  verdict: Verdict;
  /** What agrees with it, or is nearest. */
  match: PublicNumber | null;
  /** What is published of the group that the text names, where that is another number. */
  own: PublicNumber | null;
  /** An ended publication that agrees with it, where no current one does of the same group. */
  stale: PublicNumber | null;
  withheld: WithheldNumber | null;
}

/** Of two that agree equally well, the group that a reader of a clinic's page would think of first. */
const ORDER: readonly PublishedWho[] = [
  ...(['completers', 'responders', 'starters', 'lastObserved'] as const),
  ...(['lastObservedResponders', 'bounds', 'everyCourse'] as const),
];

/**
 * How does a number of the text compare with what is published?
 *
 * Input: its reading, and the published numbers. Output: the first of these that holds: a current publication
 * agrees of the group that the text speaks of (`supported`, `supported-rounded`), of another group
 * (`other-set`), only an ended one agrees (`stale`), the measure is published of that group with another number
 * (`contradicted`), or it is not (`not-published`). Whether the text contradicts itself is asked elsewhere.
 *
 * Example: `over 80 %` of all patients is `other-set`, where 83 % are of completers and all
 * who started have 57 %.
 */
export function findingOf(reading: Reading, published: Published): Finding {
  const who = reading.who ?? impliedWho(reading.measure);
  const current = candidates(reading, published.current);
  const isOwn = ({ who: theirs }: PublicNumber) => who === null || theirs === who;
  const own = nearest(reading, current.filter(isOwn));
  const withheld = withheldOf(reading, who, published.withheld);
  const base = { reading, who, own, stale: null, withheld };
  if (reading.otherTime) return { ...base, verdict: 'not-published', match: null };
  if (current.length === 0 && isElsewhere(reading)) {
    return { ...base, verdict: 'not-published', match: nearest(reading, candidatesOf(reading, published.current)) };
  }
  const agreeing = best(reading, current.filter(isOwn));
  if (agreeing !== null) return { ...base, verdict: supportedBy(agreeing.fit), match: agreeing.number };
  const ended = candidates(reading, published.ended);
  const stale = best(reading, ended.filter(isOwn)) ?? best(reading, ended);
  const other = best(reading, current);
  if (other !== null) return { ...base, verdict: 'other-set', match: other.number, stale: stale?.number ?? null };
  if (stale !== null) return { ...base, verdict: 'stale', match: stale.number };
  const isOpen = own?.bounded !== undefined && mayFollow(reading.quantity, own.bounded);
  if (own !== null) return { ...base, verdict: isOpen ? 'not-published' : 'contradicted', match: own };
  return { ...base, verdict: 'not-published', match: nearest(reading, current) };
}

function supportedBy(fit: Fit): Verdict {
  return fit === 'exactly' ? 'supported' : 'supported-rounded';
}

function measuresOf(measure: Measure): readonly Measure[] {
  if (measure === 'remission') return ['remissionBelow20', 'remissionAtMost10'];
  return measure === 'score' ? ['before', 'after'] : [measure];
}

/** Said of a period, of people, of a scale or of a treatment that may be no publication's. */
function isElsewhere({ elsewhere, period }: Reading): boolean {
  return elsewhere !== null || period !== null;
}

function candidates(reading: Reading, numbers: readonly PublicNumber[]) {
  return candidatesOf(reading, numbers).filter(({ source }) => speaksOf(reading, source));
}

/** Is the publication of just the period and the people that the text names? */
function speaksOf({ elsewhere, period }: Reading, { document }: ClaimSource): boolean {
  if (period !== null && !isOfPeriod(document.period, period)) return false;
  const { indication, kind } = document.cohort;
  return elsewhere === null || (elsewhere.cohort !== null && [indication, kind].includes(elsewhere.cohort));
}

function candidatesOf({ measure, form, rising, interval }: Reading, numbers: readonly PublicNumber[]) {
  const measures = measuresOf(measure);
  const found = numbers.filter(
    (each) => measures.includes(each.measure) && each.form === form && (!interval || each.ci95[0] !== null),
  );
  return rising ? found.map(turned) : found;
}

/** A claimed rise is held against the fall with its sign turned. */
function turned(number: PublicNumber): PublicNumber {
  const [low, high] = number.ci95;
  const exact = number.exact === null ? null : -number.exact;
  const ci95: PublicNumber['ci95'] = low === null || high === null ? [null, null] : [-high, -low];
  return { ...number, value: -number.value, exact, ci95 };
}

function best({ quantity, interval }: Reading, numbers: readonly PublicNumber[]) {
  let found: { number: PublicNumber; fit: Fit } | null = null;
  for (const number of numbers) {
    const fit = interval ? intervalFit(quantity, number) : fitOf(quantity, number);
    if (fit === null) continue;
    if (found === null || isBetter(number, fit, found)) found = { number, fit };
  }
  return found;
}

function isBetter(number: PublicNumber, fit: Fit, than: { number: PublicNumber; fit: Fit }) {
  if (fit !== than.fit) return fit === 'exactly';
  return number.source === than.number.source && ORDER.indexOf(number.who) < ORDER.indexOf(than.number.who);
}

function nearest({ quantity }: Reading, numbers: readonly PublicNumber[]): PublicNumber | null {
  const claimed = (quantity.low + quantity.high) / 2;
  let found: PublicNumber | null = null;
  for (const number of numbers)
    if (found === null || Math.abs(number.value - claimed) < Math.abs(found.value - claimed)) found = number;
  return found;
}

function withheldOf({ measure }: Reading, who: Who | null, withheld: readonly WithheldNumber[]) {
  const measures = measuresOf(measure);
  const found = withheld.filter((each) => measures.includes(each.measure));
  return found.find((each) => who === null || each.who === who) ?? found[0] ?? null;
}

/** Does a publication begin and end on the days that the text names? Of `since 2025` the end is open. */
function isOfPeriod(published: ClaimSource['document']['period'], { from, to }: NamedPeriod): boolean {
  return published.from === from && (to === null || published.to === to);
}
