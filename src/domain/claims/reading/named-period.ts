import type { Scopes } from './scopes.js';

/** A stretch of time that a text names, as calendar dates; open at the end for `since 2025`. */
export interface NamedPeriod {
  from: string;
  to: string | null;
  /** As the text has it. */
  words: string;
}

/** A named period and its place. */
export interface PeriodPlace extends NamedPeriod {
  start: number;
  end: number;
}

const YEAR = '(?:19|20|21)\\d\\d';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const NTH: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: 4,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
};

/** No time relative to now is the period of a publication. */
const RELATIVE =
  /(?<!\p{L})(?:(?:last|this|past|previous|current) (?:week|month|quarter|year|spring|summer|autumn|winter)(?!\p{L})|(?:in|over|during|for) the (?:last|past) (?:\p{L}+ |\d+ )?(?:days?|weeks?|months?|quarters?|years?)|year to date|so far this year)/gu;
const HALF = new RegExp(`(first|second|last) half(?: of)? (${YEAR})`, 'gu');
const QUARTER = new RegExp(
  `(?:(first|second|third|fourth|last) quarter(?: of)? |(?<!\\p{L})q([1-4])[ -]?)(${YEAR})`,
  'gu',
);
const QUARTER_BEHIND = new RegExp(`(${YEAR})[ -]?q([1-4])(?!\\d)`, 'gu');
const DAY = new RegExp(
  `(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})|(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?),? (${YEAR})(?!\\d)`,
  'gu',
);
const IN_MONTH = new RegExp(`(?<!\\p{L})(${MONTH})(?: of)? (${YEAR})(?![\\d/])`, 'gu');
const IN_YEAR = new RegExp(`(?<![\\d.,/$€£])(${YEAR})(?![\\d%]| ?%|[.,/]\\d|-\\d\\d-)`, 'gu');

/** A date of something else than of the patients. */
const NOT_OF_PATIENTS =
  /(?:founded|established|opened|licensed|copyright|©|as of|updated|published|printed|before|by|until|since we|n ?=|all|(?<!results |outcomes |figures )of) (?:in |on |the )?$/u;
const IS_A_NAME =
  /^(?: \p{L}+)? (?:study|report|paper|publication|update|guidelines?|consensus|analysis|trial|survey|review|patients?|people)(?!\p{L})/u;
const JOINED = /^ ?(?:to|through|until|till|and|&|-) ?(?:the )?(?:end of )?$/u;

/**
 * Which periods does a text name?
 *
 * Input: a plain text without masks. Output: years, quarters, halves, months and ranges of them, in order; a time
 * relative to now has the period from and to `now`. Years of a study, of its publication or of the clinic's opening
 * are no periods of patients.
 *
 * Example: `in the first half of 2025` is from 2025-01-01 to 2025-06-30.
 */
export function periodsNamed(plain: string): PeriodPlace[] {
  const single = firstOfEach([
    ...places(plain, RELATIVE, () => ['now', 'now']),
    ...places(plain, HALF, ([, nth, year]) => (nth === 'first' ? months(year, 1, 6) : months(year, 7, 12))),
    ...places(plain, QUARTER, ([, nth, digit, year]) => quarter(year, NTH[nth ?? digit ?? '1'] ?? 1)),
    ...places(plain, QUARTER_BEHIND, ([, year, digit]) => quarter(year, Number(digit))),
    ...places(plain, DAY, ([, day, month, named, number, year]) => {
      const on = date(year, monthOf(month ?? named), Number(day ?? number));
      return [on, on];
    }),
    ...places(plain, IN_MONTH, ([, month, year]) => months(year, monthOf(month), monthOf(month))),
    ...places(plain, IN_YEAR, ([, year]) => months(year, 1, 12)),
  ]);
  const joined: PeriodPlace[] = [];
  for (const period of single) {
    const last = joined.at(-1);
    if (last === undefined || !JOINED.test(plain.slice(last.end, period.start))) joined.push(period);
    else
      joined[joined.length - 1] = {
        ...last,
        to: period.to,
        end: period.end,
        words: plain.slice(last.start, period.end),
      };
  }
  // A day alone is an event, no period.
  return joined.filter((each) => each.from !== each.to || each.from === 'now').map((each) => withSince(plain, each));
}

/**
 * Of which period is this number said?
 *
 * Input: the periods named, the scopes of the text, and the place of the number. Output: the closest of its clause, else
 * the last before it in its sentence; null where none is named.
 *
 * Example: in `in 2025 it was 50 %; in 2026 it was 57 %` it is 2026 for 57.
 */
export function periodAt(
  periods: readonly PeriodPlace[],
  { clause, sentence }: Scopes,
  { start, end }: { start: number; end: number },
): NamedPeriod | null {
  const gap = (each: PeriodPlace) => Math.max(each.start - end, start - each.end);
  let near: PeriodPlace | undefined;
  for (const each of periods)
    if (clause[each.start] === clause[start] && (near === undefined || gap(each) < gap(near))) near = each;
  const before = periods.findLast((each) => each.end <= start && sentence[each.start] === sentence[start]);
  const found = near ?? before;
  return found === undefined ? null : { from: found.from, to: found.to, words: found.words };
}

function places(plain: string, pattern: RegExp, read: (match: RegExpExecArray) => [string, string]): PeriodPlace[] {
  return Array.from(plain.matchAll(pattern)).flatMap((match) => {
    const { 0: words, index: start } = match;
    const end = start + words.length;
    const before = plain.slice(Math.max(0, start - 24), start);
    if (NOT_OF_PATIENTS.test(before) || IS_A_NAME.test(plain.slice(end, end + 40))) return [];
    const [from, to] = read(match);
    return [{ from, to, words, start, end }];
  });
}

/** `since 2025` has no end. */
function withSince(plain: string, period: PeriodPlace): PeriodPlace {
  return /since (?:the )?$/u.test(plain.slice(0, period.start).slice(-12)) ? { ...period, to: null } : period;
}

/** The longest at each place: `january 2025` and not `2025`. */
function firstOfEach(found: PeriodPlace[]): PeriodPlace[] {
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const kept: PeriodPlace[] = [];
  for (const each of found) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function quarter(year: string | undefined, number: number): [string, string] {
  return months(year, 3 * number - 2, 3 * number);
}

function months(year: string | undefined, first: number, last: number): [string, string] {
  const days = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  return [date(year, first, 1), date(year, last, days)];
}

function date(year: string | undefined, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
