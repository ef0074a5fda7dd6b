/** How exactly a number is claimed. */
export type Bound = 'exactly' | 'over' | 'atLeast' | 'under' | 'atMost' | 'upTo' | 'almost' | 'about';

/** First match wins: `no more than` before `more than`, `just under` before `under`. */
const BEFORE: readonly [Bound, string][] = [
  ['atMost', 'at most|(?:no|not) more than|a maximum of|≤|<='],
  ['atLeast', 'at least|(?:no|not) (?:less|fewer) than|a minimum of|≥|>='],
  ['almost', 'nearly|almost|just under|close to|approaching'],
  [
    'over',
    '(?:well |just |slightly |far )?(?:over|above|beyond|exceed(?:s|ed|ing)?|(?:more|greater|better|higher) than)|(?<![-=])>',
  ],
  ['under', '(?:well )?(?:under|below|(?:less|fewer|lower) than)|<'],
  ['upTo', 'up to|as (?:much|many|high) as'],
  ['about', 'about|around|roughly|approximately|approx\\.?|circa|ca\\.|some|~|≈'],
];
const PATTERNS = BEFORE.map(
  ([bound, words]) => [bound, new RegExp(`(?:^|[^\\p{L}])(${words})(?: an?)? ?$`, 'u')] as const,
);
/** What the words of a bound can end with: most numbers have none, and are recognized fast. */
const CAN_END = /[\p{L}<>=≤≥~≈.] ?$/u;
const AT_LEAST_AFTER = /^ ?(?:\+(?! ?\d)|(?:or|and) (?:more|higher|greater|better|above|over|older)(?!\p{L}))/u;
const AT_MOST_AFTER = /^ ?(?:or|and) (?:less|lower|fewer|below|under)(?!\p{L})/u;
const REACH = 24;

/** A bound and the stretch that its words and the number take together. */
export interface Bounded {
  bound: Bound;
  start: number;
  end: number;
}

/**
 * How exactly does the text claim the number at this place?
 *
 * Input: a plain text, and where the number with its unit begins and ends. Output: the bound that the words
 * directly before or after state, and the stretch with these words; `exactly` without any.
 *
 * Example: of `over 80 %` it is `over`, of `80 % or more` it is `atLeast`.
 */
export function boundedAt(plain: string, start: number, end: number): Bounded {
  const after = plain.slice(end, end + REACH);
  const least = AT_LEAST_AFTER.exec(after);
  if (least !== null) return { bound: 'atLeast', start, end: end + least[0].length };
  const most = AT_MOST_AFTER.exec(after);
  if (most !== null) return { bound: 'atMost', start, end: end + most[0].length };
  const from = Math.max(0, start - REACH);
  const before = plain.slice(from, start);
  if (!CAN_END.test(before)) return { bound: 'exactly', start, end };
  for (const [bound, pattern] of PATTERNS) {
    const match = pattern.exec(before);
    const words = match?.[1];
    if (match !== null && words !== undefined)
      return { bound, start: from + match.index + match[0].indexOf(words), end };
  }
  return { bound: 'exactly', start, end };
}
