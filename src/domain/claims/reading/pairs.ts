import type { Quantity } from './quantity.js';
import type { Scopes } from './scopes.js';

/** Positions, in the list of numbers, of a score before and the score after that belong together. */
export interface Pair {
  before: number;
  after: number;
}

const FROM =
  /(?:^|[^\p{L}])from (?:an? |the |its |their |about |around |roughly |initial |mean |average |baseline |score |cudos |depression |of |level |severe |moderate |high |mild )*$/u;
const STARTED = /(?:^|[^\p{L}])(?:start(?:ed|ing)?|began|baseline|before)[^.;]{0,24}$/u;
/** What may be between the two scores of a pair. */
const TO =
  /^(?:[^→;!?]{0,80}[^\p{L}])?(?:to|into)(?: (?:an?|the|its|about|around|roughly|just|only|mean|average|final|score|level|cudos|of|minimal|mild|low|normal|healthy))* ?$/u;
const ARROW = /^ ?(?:points? )?(?:→|-{1,2}>|=>|-|to|vs\.?|versus) ?$/u;
const AND_AFTER = /^[^!?]{0,60}(?:and|[,;]|vs\.?|versus|but|then)[^!?]{0,60}$/u;
const AFTER = /(?:after|end(?:ed|ing|point)?|final|post)/u;
const REACH = 60;

/**
 * Which of a text's scores are a before and an after of the same people?
 *
 * Input: a plain text, its numbers, and its scopes. Output: the pairs, none sharing a number. They are recognized by
 * `from ... to`, an arrow, a dash from a higher to a lower score, or `before` beside one and `after` beside
 * the next; percentages and ranges are in no pair.
 *
 * Example: in `from 35.0 at baseline to 11.2` the two are a pair.
 */
export function pairsOf(text: string, quantities: readonly Quantity[], scopes: Scopes): Pair[] {
  const pairs: Pair[] = [];
  for (let before = 0; before + 1 < quantities.length; before += 1) {
    const after = nextScore(quantities, before);
    if (after === null || !arePair(text, quantities, before, after, scopes)) continue;
    pairs.push({ before, after });
    before = after;
  }
  return pairs;
}

/** The next number that can be a score; a count in brackets or a percentage may be between. */
function nextScore(quantities: readonly Quantity[], at: number): number | null {
  if (!canBeScore(quantities[at])) return null;
  for (let next = at + 1; next <= at + 2; next += 1) if (canBeScore(quantities[next])) return next;
  return null;
}

function canBeScore(quantity: Quantity | undefined): boolean {
  if (quantity === undefined || quantity.low !== quantity.high) return false;
  return (quantity.unit === null || quantity.unit === 'points') && quantity.low <= 64;
}

function arePair(
  text: string,
  quantities: readonly Quantity[],
  before: number,
  after: number,
  scopes: Scopes,
): boolean {
  const [first, second] = [quantities[before], quantities[after]];
  if (first === undefined || second === undefined) return false;
  if (scopes.sentence[first.start] !== scopes.sentence[second.start]) return false;
  const lead = text.slice(Math.max(0, first.start - REACH), first.start);
  const between = text.slice(first.end, second.start);
  if (between.length > 120) return false;
  if (FROM.test(lead) && TO.test(between)) return true;
  if (after === before + 1 && ARROW.test(between)) return true;
  if (TO.test(between) && STARTED.test(lead)) return true;
  return AND_AFTER.test(between) && saysBeforeAndAfter(lead, between, text.slice(second.end, second.end + 40));
}

function saysBeforeAndAfter(lead: string, between: string, behind: string): boolean {
  const [near = '', far = ''] = splitAtJoint(between);
  const firstIsBefore = /(?:before|baseline|start|initial|pre)/u.test(near) || STARTED.test(lead);
  return firstIsBefore && (AFTER.test(far) || AFTER.test(behind.split(/[.;,]/u)[0] ?? ''));
}

function splitAtJoint(between: string): string[] {
  const joint = /(?:[,;]| and | but | then | versus | vs)/u.exec(between);
  if (joint === null) return [between];
  return [between.slice(0, joint.index), between.slice(joint.index)];
}
