import type { Bound } from './bounds.js';
import { PEOPLE } from './people.js';
import type { Quantity } from './quantity.js';

/** What became of people: a quantifier claims something only with one of these behind it. */
const HAPPENED =
  "(?:(?:respond|improv|benefit|succeed|recover|remit|worsen|deteriorat|complet|finish|halv)\\p{L}{0,4}|(?:get|gets|got|feel|feels|felt|became|become|were|are|was|is) (?:much |significantly |a lot |completely )?(?:better|worse|cured|healed|well|successful|responders|depression-free|symptom-free|in remission|free of|helped|satisfied)|(?:reach|achiev|experienc|see|saw|had|have|show|report|enjoy)(?:es|ed|e|s)? (?:an? |the |some |full |complete |clear |real |lasting |significant ){0,2}(?:success|response|remission|relief|improvements?|reductions?|recovery)|(?:went|go|goes) into remission|(?:do|did|does)(?: not|n't) (?:respond|improve|benefit)|(?:do|did|does)(?: not|n't)(?= ?[.,;:!?)]|$)|fail(?:ed|s)? to (?:respond|improve|benefit)|stop(?:ped|s)?|drop(?:ped|s)? out|quit|relaps(?:e|ed))";
const THEIR = '(?:of )?(?:(?:the|our|these|those|all|my|us|them) ){0,2}';
/** A group in which something happened is no quantifier: `57 % of everyone who started`. */
const NOT_A_GROUP =
  '(?<!(?:of|among|amongst|for|in|from|than|with|by|to|after|over|not|like|counting|including|if) (?:the |our |nearly |almost )?)';
const BETWEEN = "(?: [\\p{L}',()-]+){0,9}? ";

interface Quantifier {
  words: string;
  value: number;
  bound: Bound;
  /** Of a fraction of people, of how many parts it is one. */
  parts?: number;
}

const PEOPLE_NEXT = `(?= ${THEIR}(?:\\p{L}+ )?(?:${PEOPLE})(?!\\p{L})| of (?:them|those|us)(?!\\p{L}))`;
const EVERYBODY = `(?:(?:all|every|each)(?: single)?${PEOPLE_NEXT}|every ?one|everybody)`;
const ALMOST = '(?:almost|nearly|virtually|practically|essentially)';

/** `Every third patient` is one in three. */
const ONE_IN: Readonly<Record<string, number>> = {
  other: 2,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  tenth: 10,
};

/** First match wins: `almost all` before `all`. */
const SHARES: readonly Quantifier[] = [
  ...Object.entries(ONE_IN).map(([place, parts]): Quantifier => {
    return { words: `every ${place}${PEOPLE_NEXT}`, value: 100 / parts, bound: 'exactly', parts };
  }),
  { words: `${ALMOST} ${EVERYBODY}`, value: 100, bound: 'almost' },
  { words: `(?:the|an?) (?:vast|overwhelming|great|large) majority(?= )`, value: 75, bound: 'over' },
  { words: `(?:the|an?) (?:clear |small |slim )?majority(?= )`, value: 50, bound: 'over' },
  { words: `most(?= ${THEIR}(?:\\p{L}+ )?(?:${PEOPLE}|those|them|us|who)(?!\\p{L}))`, value: 50, bound: 'over' },
  { words: `(?:the|an?) (?:small |slim |tiny )?minority(?= )`, value: 50, bound: 'under' },
  { words: EVERYBODY, value: 100, bound: 'exactly' },
  {
    words: `(?:almost|virtually|practically) (?:nobody|no ?-?one|none)|hardly (?:anyone|anybody|any(?= ))`,
    value: 5,
    bound: 'atMost',
  },
  {
    words: `(?:nobody|no ?-?one|none|not (?:a single|one)(?= )|no(?= (?:\\p{L}+ )?(?:${PEOPLE})(?!\\p{L})))`,
    value: 0,
    bound: 'exactly',
  },
];
const SHARE_PATTERNS = SHARES.map(
  (share) =>
    [share, new RegExp(`(?<!\\p{L})${NOT_A_GROUP}(${share.words})${BETWEEN}?${HAPPENED}(?!\\p{L})`, 'gu')] as const,
);

const TIMES: Readonly<Record<string, number>> = { twice: 2, two: 2, three: 3, four: 4, five: 5, six: 6, ten: 10 };
const OTHERS =
  '(?:placebo|antidepressants?|ssris?|esketamine|spravato|tms|ect|psychotherapy|talk(?:ing)? therapy|therapy|medications?|pills|drugs|(?:the )?(?:national|us|u\\.s\\.|published|industry) averages?|other (?:clinics?|treatments?|drugs?|medications?|studies|therapies))';
const MULTIPLES: readonly RegExp[] = [
  /(?<!\p{L})(?:(twice)|(two|three|four|five|six|ten|\d+(?:\.\d+)?) times) (?=as |more |less |lower |higher |better |fewer |greater |the |that )/gu,
  /(?<![\p{L}\d.])(two|three|four|five|six|ten|\d+(?:\.\d+)?)[ -]?fold(?!\p{L})/gu,
  /(?<!\p{L})(?:doubl|tripl|quadrupl)(?:ed|es|ing)(?!\p{L})/gu,
  /(?<!\p{L})halv(?:ed|es?|ing)(?!\p{L})/gu,
  new RegExp(
    `(?<!\\p{L})(?:(?:more|better|higher|greater|faster|lower|safer) (?:[\\p{L}-]+ ){0,6}?than|as (?:well|good|effective|many) as|versus|vs\\.?|compared (?:with|to)|outperform\\p{L}*|beats?) (?:with |for |on |in |that of |those of |any |most |an? |the |oral |standard |usual |traditional |conventional ){0,3}${OTHERS}(?!\\p{L})`,
    'gu',
  ),
];

/**
 * Which claims does a text make without a number: of all, most or none, of twice as many, of more than elsewhere?
 *
 * Input: a plain text with its masks in place. Output: each as a quantity, in order, none overlapping another. `most`
 * is more than 50 percent, a vast majority more than 75, `all` 100, `nobody` 0; how many times as many has the
 * number of times, a comparison without one 1, and halving 50 percent.
 *
 * Example: `nobody got worse` claims 0 percent, `57 % of everyone who started` nothing in words.
 */
export function quantifiersOf(plain: string): Quantity[] {
  const found = [
    ...SHARE_PATTERNS.flatMap(([{ value, bound, parts = null }, pattern]) =>
      Array.from(plain.matchAll(pattern), ({ index, 1: words = '' }) =>
        inWords('share', index, words, { value, bound, unit: 'percent', parts }),
      ),
    ),
    ...MULTIPLES.flatMap((pattern) => Array.from(plain.matchAll(pattern), multipleOf)),
  ].sort((one, other) => one.start - other.start);
  const kept: Quantity[] = [];
  for (const each of found) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}

function multipleOf({ 0: words, 1: first, 2: second, index }: RegExpExecArray): Quantity {
  const times = first ?? second ?? '';
  if (words.startsWith('halv')) {
    return inWords('multiple', index, words, { value: 50, bound: 'exactly', unit: 'percent', parts: null });
  }
  const value = TIMES[times] ?? (times === '' ? 1 : Number(times));
  return inWords('multiple', index, words.trimEnd(), { value, bound: 'exactly', unit: null, parts: null });
}

function inWords(
  kind: 'share' | 'multiple',
  start: number,
  words: string,
  { value, bound, unit, parts }: Pick<Quantity, 'bound' | 'unit' | 'parts'> & { value: number },
): Quantity {
  const end = start + words.length;
  return { start, end, low: value, high: value, decimals: 0, unit, bound, ratio: null, parts, inWords: kind };
}
