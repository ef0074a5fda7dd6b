import type { Quantity } from './quantity.js';

interface Rule {
  reason: string;
  before?: RegExp;
  after?: RegExp;
  /** What else must be so of the number; everything when left out. */
  holds?: (quantity: Quantity) => boolean;
}

const REACH = 40;
const plain = ({ unit }: Quantity) => unit === null;
const isFrom = (low: number, high: number) => (quantity: Quantity) => quantity.low === low && quantity.high === high;

/** First match wins. `before` is read up to the number, `after` from behind its unit. */
const RULES: readonly Rule[] = [
  {
    reason: 'the level of an interval',
    after: /^(?:-| )?(?:confidence|credible|interval|ci(?!\p{L})|certain)/u,
    holds: ({ unit, low }) => unit === 'percent' && [90, 95, 99].includes(low),
  },
  {
    reason: 'the range of the scale',
    holds: (quantity) => quantity.unit !== 'percent' && isFrom(0, 64)(quantity),
  },
  {
    reason: 'the range of the scale',
    before: /(?:scale|range[sd]?|scored?|possible|maximum|highest)(?: (?:of|from|is|points?|score|between))* ?$/u,
    holds: (quantity) => quantity.low === 0 || quantity.low === 64,
  },
  {
    reason: 'the range of the scale',
    before: /(?:out )?of (?:a possible )?$/u,
    holds: isFrom(64, 64),
  },
  {
    reason: 'the range of the scale',
    after: /^(?:-| )?(?:\p{L}+ )?scale(?!\p{L})/u,
    holds: ({ unit }) => unit === 'points',
  },
  { reason: 'a scale', before: /(?:on a |a )?scale (?:of|from) $/u },
  {
    reason: 'a number of infusions',
    after:
      /^(?:-| )(?:(?!of |or |who |the |at |in |to |from |by |after |had |with |and )\p{L}+(?:-| )){0,2}?(?:infusions?|treatments?|sessions?|doses?|visits?|appointments?|ivs?)(?!\p{L})/u,
    holds: plain,
  },
  {
    reason: 'a number of infusions',
    before: /(?:^|[^\p{L}])all (?:of the )?$/u,
    holds: isFrom(6, 6),
  },
  {
    reason: 'which one in a row it is',
    before: /infusions? (?:\d|one) (?:and|to|or) $/u,
    holds: (quantity) => plain(quantity) && quantity.decimals === 0,
  },
  {
    reason: 'which one in a row it is',
    before:
      /(?:infusions?|sessions?|treatments?|visits?|items?|questions?|stages?|phases?|levels?|steps?|weeks?|days?|months?|chapters?|pages?|no\.|number|#|top|version|suite|room|unit|section|table|figure|fig\.|part|route|room) ?$/u,
    holds: plain,
  },
  {
    reason: 'a length of time',
    after:
      /^(?:-| )?(?:to \d+ )?(?:(?:full|short|consecutive|business) )?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?|decades?)(?!\p{L})/u,
    holds: (quantity) => plain(quantity),
  },
  { reason: 'an age', before: /(?<!\p{L})(?:aged?|ages) (?:between |from |of )?$/u, holds: plain },
  {
    reason: 'an age',
    before:
      /(?<!\p{L})ages?(?: (?:of|for|among|in)(?: \p{L}+){1,5})? ?(?:is|was|[:=])? ?(?:about |around |roughly )?$/u,
    holds: plain,
  },
  { reason: 'an age', before: /says \p{L}+(?: \p{L}\.?)?, $/u, holds: plain },
  { reason: 'an age', after: /^ ?(?:(?:and|or) (?:older|up|over|younger)|year)/u, holds: plain },
  {
    reason: 'a number of the questionnaire',
    after: /^(?:-| )(?:items?|questions?|questionnaires?|symptoms?|statements?)(?!\p{L})/u,
    holds: plain,
  },
  { reason: 'how often', after: /^ (?:times?|x)(?!\p{L}| (?:more|less|as) likely)/u, holds: plain },
  {
    reason: 'a number of the clinic',
    after:
      /^(?:-| )(?:clinics?|locations?|doctors?|physicians?|nurses?|therapists?|providers?|staff|beds?|rooms?|offices?|countries|states|studies|trials|papers|reviews?|steps?|miles?|reasons?|ways?|stars?|k|million|billion)(?!\p{L})/u,
    holds: plain,
  },
  {
    reason: 'a number of the clinic',
    after:
      /^ of (?:our |the |all ){0,2}(?:\p{L}+ )?(?:staff|team|doctors|physicians|nurses|therapists|providers|clinicians|appointments|calls|bookings)(?!\p{L})/u,
  },
  {
    reason: 'who is counted: the lowest first score',
    before:
      /(?:first score|baseline(?: score)?|score at infusion (?:1|one)|starting score)(?: (?:was|is|of|were|at))? ?$/u,
    holds: ({ bound }) => bound === 'atLeast',
  },
  {
    reason: 'who is spoken of: a range of scores',
    before: /(?:cudos|scores?)(?: of)? ?$/u,
    holds: (quantity) => plain(quantity) && ['over', 'atLeast'].includes(quantity.bound),
  },
];

/**
 * Why does this number not speak of an outcome?
 *
 * Input: a plain text and one of its numbers. Output: what it is instead, in a few words; null where the
 * words directly before and after it don't rule an outcome out.
 *
 * Example: of the 6 in `after 6 ketamine infusions` it is `a number of infusions`.
 */
export function reasonToIgnore(text: string, quantity: Quantity): string | null {
  const before = text.slice(Math.max(0, quantity.start - REACH), quantity.start);
  const after = text.slice(quantity.end, quantity.end + REACH);
  for (const { reason, before: left, after: right, holds } of RULES) {
    if (holds !== undefined && !holds(quantity)) continue;
    if ((left?.test(before) ?? true) && (right?.test(after) ?? true)) return reason;
  }
  return isListMark(before, after, quantity) ? 'the mark of a list' : null;
}

function isListMark(before: string, after: string, quantity: Quantity): boolean {
  const isShort = plain(quantity) && quantity.decimals === 0 && quantity.low < 100;
  return isShort && /(?:^|[.!?]) *$/u.test(before) && /^[.)] /u.test(after);
}
