import type { CueKind } from './cues.js';
import type { Measure } from '../measures.js';
import { around, cueFor } from './passage.js';
import type { Passage } from './passage.js';
import { PEOPLE, SCORED_AT_BOTH } from './people.js';
import type { Quantity } from './quantity.js';

const N_EQUALS =
  /(?:^|[^\p{L}])n ?[=:] ?$|(?:^|[^\p{L}])n of $|sample(?: size)? of $|number of \p{L}{4,12}(?: was| is| were| ?[:=]) ?$/u;
const PEOPLE_AFTER = new RegExp(`^(?:-| )(?:\\p{L}{3,14} ){0,2}?(?:${PEOPLE}|others|who)(?!\\p{L})`, 'u');
const DID = `(?:(?:had|have|got|completed?|finished|started|began|received|stopped|dropped out|left|were counted|were treated|enrolled|(?:were )?${SCORED_AT_BOTH})(?!\\p{L}))`;
const THEY_DID = new RegExp(`^ (?:of (?:them|these|those|whom) )?${DID}`, 'u');
/** After a share: so many of so many. */
const SHARE_OF =
  /(?:%|percent|per ?cent|half|thirds?|quarters?) (?:out )?of (?:the |our |these |those |all |its ){0,3}$/u;
/** `Started: 175, completed 120` */
const LABELED = /(?:^|[^\p{L}])(?:started|starters|enrolled|completed|completers|finished)(?: patients)? ?[:=]? ?$/u;
const OF_THEM = /(?:^|[^\p{L}])(?:of|among|these|those|in|all)(?: (?:the|these|those|all|our))? $/u;
const ENDS = /^ ?(?:[,;:.)]|$|with )/u;

const BY =
  /(?:(?:by|reductions?|drops?|decreases?|declines?|falls?|improvements?|change|fell|dropped|decreased|declined|reduced|improved|lowered)(?: (?:of|by|an?|the|on|mean|average|score|scores|was|were|is|about|averaged))*|fewer|down|minus|lost|lose) ?[-=:]? ?$|(?:improvements?|reductions?|drops?|decreases?|declines?|falls?) (?:among|amongst|in|for|of)(?: [\p{L}\d'-]+){1,7} (?:was|is|averaged|came to|reached)(?: about)? $/u;
const LOWER =
  /^(?:-| )?(?:\p{L}+ )?(?:drops?|reductions?|decreases?|declines?|falls?|lower|less|improvements?|better)(?!\p{L})/u;
const FROM = /(?:^|[^\p{L}])from (?:an? |the |mean |average |baseline |initial |score |of |about )*$/u;
const TO =
  /(?:^|[^\p{L}])(?:to|down to|reached|reaching) (?:an? |the |just |only |mean |average |final |score |of |about )*$/u;
const MINUS = /(?:^|[\s(])-$/u;
const EFFECT = /(?:^|[^\p{L}])d(?:_?z|')?(?: (?:of|was|is)|(?: ?[=:]))? ?$/u;
const OTHER_STATISTIC = /(?:^|[^\p{L}])(?:p ?[=:<>]?|sd ?[=:]?|±|standard deviation(?: of| was)?) ?$/u;

const EFFECT_CUE: ReadonlySet<CueKind> = new Set<CueKind>(['effect']);
const OTHER_CUE: ReadonlySet<CueKind> = new Set<CueKind>(['other']);
const SCORE_CUE: ReadonlySet<CueKind> = new Set<CueKind>(['score', 'fall']);
const TIME_CUES: ReadonlySet<CueKind> = new Set<CueKind>(['before', 'after']);
const HIGHEST_SCORE = 64;

/**
 * What does a number without a percent sign measure?
 *
 * Input: a passage and one of its numbers, which is in no pair of before and after. Output: a count of
 * patients, a mean score, a fall in points, an effect size, or another statistic; null where the words
 * beside it speak of nothing of the kind.
 *
 * Example: 24 in `dropped 24 points` is a fall in points, 120 in `n = 120` a count of patients.
 */
export function isDenominator(passage: Passage, quantity: Quantity): boolean {
  return quantity.unit === null && SHARE_OF.test(around(passage, quantity).before);
}

export function plainMeasure(passage: Passage, quantity: Quantity): Measure | null {
  const { before, after } = around(passage, quantity);
  if (quantity.unit === null && isCount(quantity, before, after)) return 'patients';
  if (OTHER_STATISTIC.test(before)) return 'other';
  if (EFFECT.test(before) || cueFor(passage, quantity, EFFECT_CUE, ['phrase']) !== null) return 'effectSize';
  return scoreMeasure(passage, quantity, before, after);
}

function isCount({ decimals, low, high }: Quantity, before: string, after: string): boolean {
  if (decimals > 0 || low !== high) return false;
  if (N_EQUALS.test(before) || SHARE_OF.test(before) || PEOPLE_AFTER.test(after) || THEY_DID.test(after)) return true;
  if (!ENDS.test(after)) return false;
  return LABELED.test(before) || (OF_THEM.test(before) && low > HIGHEST_SCORE);
}

function scoreMeasure(passage: Passage, quantity: Quantity, before: string, after: string): Measure | null {
  const inPoints = quantity.unit === 'points';
  if (quantity.high > HIGHEST_SCORE && !inPoints) return null;
  if (cueFor(passage, quantity, OTHER_CUE, ['phrase']) !== null) return 'other';
  if (FROM.test(before)) return speaksOfScore(passage, quantity) ? 'before' : null;
  if (TO.test(before)) return speaksOfScore(passage, quantity) ? 'after' : null;
  if (BY.test(before) && (inPoints || speaksOfScore(passage, quantity))) return 'pointsFall';
  if (inPoints && (LOWER.test(after) || MINUS.test(before))) return 'pointsFall';
  if (!inPoints && !speaksOfScore(passage, quantity)) return null;
  const time = cueFor(passage, quantity, TIME_CUES, ['phrase', 'clause']);
  if (time === null) return 'score';
  return time.kind === 'before' ? 'before' : 'after';
}

function speaksOfScore(passage: Passage, quantity: Quantity): boolean {
  const near = ['phrase', 'clause'] as const;
  const exact = quantity.decimals > 0;
  return cueFor(passage, quantity, SCORE_CUE, exact ? [...near, 'sentence'] : near) !== null;
}
