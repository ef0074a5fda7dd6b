import type { Cue, CueKind } from './cues.js';
import type { Measure } from '../measures.js';
import { around, cueFor } from './passage.js';
import type { Passage } from './passage.js';
import { PEOPLE, SCORED_AT_BOTH } from './people.js';
import type { Quantity } from './quantity.js';

/** What a percent measures; `loosely` when the words leave open what counts as success. */
export interface ShareReading {
  measure: Measure;
  loosely: boolean;
  rising: boolean;
}

/** Up to three words before the people, none of which turns the share into one of a score. */
const DETERMINERS =
  '(?:(?!reduc|decreas|drop|declin|fall|fell|improv|lower|less|better|relief|among|with|from|than|after)(?:\\p{L}{3,12}|\\d{2,4}) ){0,3}';
const OF_PEOPLE = new RegExp(
  `^\\)?(?: of| among| in)? ?${DETERMINERS}(?:${PEOPLE}|those|them|us|everyone|who)(?!\\p{L})`,
  'u',
);
const THEY_DID =
  /^\)?(?: of (?:them|these|those|all))? (?:also |even |had |have |has )?(?:respond|improv(?!ement)|got |get |achiev|reach|were |are |was |had |have |saw |see |experienc|felt |feel |report|show|ended |scored |score |went into |met |fell |(?:fall|drop|finish|end) (?=below |under |at |up |to )|remitted|worsened|deteriorat|stopped|dropped|did |discontinued|quit|left )/u;
const HAPPENED_IN =
  /(?:success(?:es|ful|fully)?|response|efficacy|effectiveness|remission|worse|worsening|worked|works|relief|rates?|improvements?)(?: (?:rates?|was|were|is|are|seen|observed|found|achieved|reached|only|even|treatment))*(?: in| for| among| of|:| at| =) ?(?:as (?:much|many) as )?$/u;
/** A chance is a share of people, to who reads it. */
const CHANCE_BEFORE =
  /(?<!\p{L})(?:chances?|odds|likelihood|probability) (?:of|to|that|for)(?: [\p{L}'-]+){1,8} ?(?:is|are|was|were|[:=]) ?$/u;
const CHANCE_BEHIND = /^ (?:chances?|odds|likelihood|probability|effective)(?!\p{L})/u;
/** Directly behind the share, so that the completers of whom another share speaks are not meant. */
const COMPLETED = new RegExp(
  `^\\)?(?: \\([^)]{1,16}\\))?(?:(?: of| among)? ${DETERMINERS}(?:${PEOPLE}|those|them|us|everyone))? ?(?:who started |also )?(?:have |had )?(?:(?:complet(?:e|es|ed)|finish(?:ed|es)?)(?! (?:(?:the |a |our |their )*(?:survey|questionnaire|form)|(?:treatments|courses|series|cases) (?:were|was|are|had|succe|respond)))|(?:had|got|received|went through) all six|(?:was|were) ${SCORED_AT_BOTH}|${SCORED_AT_BOTH}(?! (?:respond|improv|remit|worsen|had |have |reach|achiev|got |get |saw |see |fell |were |was |scored |dropped )))(?!\\p{L})`,
  'u',
);
const IN_BEFORE = /(?<!cut|split|reduced|fell|dropped)(?:^|[^\p{L}])(?:in|for|among) $/u;

const BY_HALF = /(?:half|50) ?(?:%|percent|per cent)?/u;

const MEASURE_CUES: ReadonlySet<CueKind> = new Set<CueKind>([
  ...(['success', 'better', 'nonResponse', 'remission', 'below20', 'atMost10'] as const),
  ...(['worsened', 'notWorsened', 'stopped', 'completed', 'fall', 'rise', 'effect', 'other'] as const),
]);
const RULE_CUES: ReadonlySet<CueKind> = new Set<CueKind>(['below20', 'atMost10']);

const CHANGED =
  '(?:f[ae]ll(?:en|s|ing)?|dropp?(?:ed|s|ing)?|decreas(?:e[ds]?|ing)|declin(?:e[ds]?|ing)|reduc(?:e[ds]?|ing)|lower(?:ed|s|ing)?|improv(?:e[ds]?|ing)|shr[aiu]nk|(?:went|gone|go|come|came|(?:br(?:ought|ings?)|took|takes?|drove) (?:\\p{L}+ ){1,5}) ?down|diminish(?:ed|es)?|plummet(?:ed|s)?|cut|eased?)';
const RISEN = '(?:rose|ris(?:e[ns]?|ing)|increas(?:e[ds]?|ing)|climb(?:ed|s)?|went up)';
const A_FALL = '(?:reductions?|decreases?|drops?|declines?|falls?)(?! (?:below|under) )';
/** A score that changed by so much, also where people are named right behind it. */
const CHANGED_BY = new RegExp(
  `(?<!\\p{L})(?:${CHANGED}|(${RISEN}))(?: (?:on average|further))?(?: by| an average of| an average)* ?$`,
  'u',
);
const FALL_OF = new RegExp(
  `(?<!\\p{L})(?:${A_FALL}|improvements?)(?: (?:of|in|the|their|our|mean|average|cudos|depression|symptom|severity|total|baseline|scores?|was|is|were))* ?[:=]? ?$`,
  'u',
);
const FALL_BEHIND = new RegExp(
  `^(?:-| )?(?:(?:mean|average|overall|total|relative|score) ){0,2}(?:${A_FALL}|improvement (?:in|of) (?:the |their |mean |average |depression |cudos )*(?:scores?|symptoms?|depression)|lower(?! than| or))(?!\\p{L})`,
  'u',
);
/** Where people are what fell, as in `fell by half or more in 83 %`, the number before has the share. */
const OF_SCORES: ReadonlySet<CueKind> = new Set<CueKind>(['score', 'better', 'fall', 'rise']);

/** Is this percent by how much a score fell or rose? Null of a share of people, and of anything else. */
function isFallOfScore(passage: Passage, quantity: Quantity): 'fall' | 'rise' | null {
  if (quantity.unit !== 'percent' || quantity.ratio !== null) return null;
  const { before, after } = around(passage, quantity);
  const changed = CHANGED_BY.exec(before);
  if (changed !== null) return changed[1] === undefined ? 'fall' : 'rise';
  if (!FALL_OF.test(before) && !FALL_BEHIND.test(after)) return null;
  return cueFor(passage, quantity, OF_SCORES, ['phrase', 'clause']) === null ? null : 'fall';
}

/**
 * Is this number a share of people, not of a score?
 *
 * Input: a passage and one of its numbers. Output: true for a ratio, and where the words beside it name
 * people or what they did.
 *
 * Example: 83 in `83 % of patients` is, 68 in `scores fell by 68 %` is not.
 */
export function isShareOfPeople(passage: Passage, quantity: Quantity): boolean {
  if (quantity.inWords === 'share') return true;
  if (quantity.unit !== 'percent' || isFallOfScore(passage, quantity) !== null) return false;
  const { before, after } = around(passage, quantity);
  if (quantity.ratio !== null || OF_PEOPLE.test(after) || THEY_DID.test(after)) return true;
  if (CHANCE_BEFORE.test(before) || CHANCE_BEHIND.test(after)) return true;
  return HAPPENED_IN.test(before) || (IN_BEFORE.test(before) && /^(?:[.,;:)]|$| of )/u.test(after));
}

/**
 * What does a percent measure?
 *
 * Input: a passage and one of its percentages. Output: what the cue word closest to it says, which of
 * people and of scores can differ (an improvement of 68 % is a fall, an improvement in 83 % a success); null
 * where no word says so, or it is not a share of people either.
 *
 * Example: 54 in `54 % scored 10 or less` measures remission by the rule `at most 10`.
 */
export function shareMeasure(passage: Passage, quantity: Quantity): ShareReading | null {
  const people = isShareOfPeople(passage, quantity);
  if (quantity.unit === 'percentagePoints') return plainly('other');
  const fall = isFallOfScore(passage, quantity);
  if (fall !== null) return { ...plainly('percentFall'), rising: fall === 'rise' };
  const { before, after } = around(passage, quantity);
  // `Success rate: 83 % of patients scored at infusions 1 and 6` says what it measures, and then of whom.
  if (COMPLETED.test(after) && !HAPPENED_IN.test(before)) return plainly('completed');
  const cue = cueFor(passage, quantity, MEASURE_CUES);
  if (cue === null) return people ? plainly('other') : null;
  const rule = cueFor(passage, quantity, RULE_CUES);
  const reading = measureOf(cue, people, rule, cueFor(passage, quantity, RULE_CUES, ['phrase']));
  return {
    ...reading,
    loosely: reading.loosely && !BY_HALF.test(around(passage, quantity, 100).after),
  };
}

/** What a cue measures that measures the same of people and of scores. */
const PLAINLY: Readonly<Partial<Record<CueKind, Measure>>> = {
  success: 'response',
  nonResponse: 'nonResponse',
  worsened: 'worsened',
  notWorsened: 'notWorsened',
  stopped: 'stopped',
  completed: 'completed',
  effect: 'effectSize',
  other: 'other',
};
const REMISSION: ReadonlySet<CueKind> = new Set<CueKind>(['remission', 'below20', 'atMost10']);

function measureOf({ kind }: Cue, people: boolean, rule: Cue | null, rulesNear: Cue | null): ShareReading {
  const measure = PLAINLY[kind];
  if (measure !== undefined) return plainly(measure);
  if (REMISSION.has(kind)) return plainly(remissionBy(rule));
  // Who dropped below 20 is in remission.
  if (people && kind === 'fall' && rulesNear !== null) return plainly(remissionBy(rulesNear));
  if (kind === 'rise') return { ...plainly('percentFall'), rising: true };
  return people ? { ...plainly('response'), loosely: true } : plainly('percentFall');
}

function remissionBy(rule: Cue | null): Measure {
  if (rule === null) return 'remission';
  return rule.kind === 'below20' ? 'remissionBelow20' : 'remissionAtMost10';
}

function plainly(measure: Measure): ShareReading {
  return { measure, loosely: false, rising: false };
}
