import { periodInWords, periodOf, quarterInWords } from './period.js';
import { endsOf, monthIndexOf, spanNamed, UNIT_MONTHS, type Span } from './spans-of-months.js';

/** Periods that move with the day, as a field offers them; the first letter small or not. */
export const MOVING_PERIODS = ['This quarter', 'Last quarter', 'Last 12 months', 'This year'] as const;

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** Words that change nothing. */
const FILLERS = /\b(the|of|in|during|for|all of|started|calendar|so far)\b/g;
const RANGE = / ?\.{2,} ?| (?:to|-|until|till|through|thru) /;

/**
 * Does somebody ask for courses whenever they started?
 *
 * @example meansAnyTime('All time') // true
 */
export function meansAnyTime(text: string): boolean {
  return /^(all|ever|always|whenever|everything|any ?time|all ?time|all dates)$/i.test(text.trim());
}

/**
 * Which period do people mean?
 *
 * Input: what somebody typed or chose, and today's calendar date. Output: the period as `periodOf` takes it; null for a text
 * that is none. Understood are, in whatever case:
 * - periods that move: `this quarter`, `last quarter`, `previous month`, `last year`, `last 12 months` (the last of them is
 *   this one), `past two quarters`, `year to date`, `since March 2025`;
 * - quarters, halves, months and years: `Q4 2026`, `2026Q4`, `4Q26`, `4th quarter of 2026`, `H1 2026`, `November 2026`,
 *   `Nov-26`, `2026-11`, `11/2026`, `2026`, `Q1 last year`; one without a year is the latest that has begun;
 * - two of them with `to`, `..` or a dash between: `Q1 2025 to June 2026`, `Jan-Mar 2026`, `2025-2026`.
 *
 * @example periodNamed('last quarter', '2026-11-29') // '2026-Q3'
 * @example periodNamed('Q4 2025 to 2026Q2', '2026-11-29') // '2025-Q4..2026-Q2'
 */
export function periodNamed(text: string, today: string): string | null {
  const plain = plainOf(text);
  const thisMonth = monthIndexOf(today);
  const [first, last] = spansNamed(plain, thisMonth);
  if (first === undefined || last === undefined) return null;
  const [from, to] = [endsOf(first)[0], endsOf(last)[1]];
  const period = from === to ? from : `${from}..${to}`;
  return periodOf(period) === null ? null : period;
}

/**
 * What do people call a period?
 *
 * Input: a text as `periodOf` takes it. Output: years as they are, quarters and months in words, both ends of a longer one; any
 * other text as it is. `periodNamed` understands it.
 *
 * @example periodCalled('2025-Q4..2026-03') // 'Q4 2025 to March 2026'
 */
export function periodCalled(text: string): string {
  return periodOf(text) === null ? text : text.split('..').map(endCalled).join(' to ');
}

function endCalled(text: string): string {
  const days = periodOf(text);
  if (days === null || !text.includes('-')) return text;
  return text.includes('Q') ? quarterInWords(text) : periodInWords(days);
}

function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’´`]/g, "'")
    .replace(/ ?[–—−] ?/g, ' to ')
    .replaceAll(',', ' ')
    .replace(FILLERS, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first and the last; nothing where the text has no meaning. */
function spansNamed(plain: string, thisMonth: number): [] | [Span, Span] {
  const one = movingSpans(plain, thisMonth) ?? twice(spanNamed(plain, thisMonth));
  if (one !== null) return one;
  const since = /^(?:since|from) (.+)$/.exec(plain)?.[1];
  const between = /^between (.+) and (.+)$/.exec(plain);
  const ends = between?.slice(1) ?? (since ?? plain).split(RANGE);
  if (ends.length === 1 && since !== undefined) return ranged(since, 'this month', thisMonth);
  if (ends.length === 2) return ranged(ends[0] ?? '', ends[1] ?? '', thisMonth);
  return ends.length === 1 ? hyphened(plain, thisMonth) : [];
}

function ranged(first: string, last: string, thisMonth: number): [] | [Span, Span] {
  const end = movingSpans(last, thisMonth)?.[1] ?? spanNamed(last, thisMonth);
  if (end === null) return [];
  const begin = movingSpans(first, thisMonth)?.[0] ?? spanNamed(first, thisMonth, end.start);
  return begin === null ? [] : [begin, end];
}

/** `Jan-Mar 2026`, `2025-2026`: the hyphen that has a meaning on both sides. */
function hyphened(plain: string, thisMonth: number): [] | [Span, Span] {
  const parts = plain.split('-');
  for (let at = 1; at < parts.length; at += 1) {
    const [first, last] = [parts.slice(0, at).join('-'), parts.slice(at).join('-')];
    const spans = ranged(first.trim(), last.trim(), thisMonth);
    if (spans.length > 0) return spans;
  }
  return [];
}

function movingSpans(plain: string, thisMonth: number): [Span, Span] | null {
  if (plain === 'today' || plain === 'now') return twice({ start: thisMonth, months: 1 });
  if (plain === 'past year') return latest(thisMonth, '12', 1);
  const [, toDate] = /^(month|quarter|year) to date$/.exec(plain) ?? [];
  const short = { mtd: 'month', qtd: 'quarter', ytd: 'year' }[plain];
  const [, which = 'this', named = toDate ?? short] =
    /^(this|current|last|previous|prior|past) (month|quarter|year)$/.exec(plain) ?? [];
  const months = UNIT_MONTHS[named ?? ''];
  if (months !== undefined) {
    const start = Math.floor(thisMonth / months) * months;
    const isThis = which === 'this' || which === 'current';
    return twice({ start: isThis ? start : start - months, months });
  }
  const [, count = '', unit = ''] =
    /^(?:(?:last|past|previous|prior|trailing|rolling) )?(\d{1,3}|[a-z]+)[ -]?(month|quarter|year)s$/.exec(plain) ?? [];
  return unit === '' ? null : latest(thisMonth, count, UNIT_MONTHS[unit] ?? 1);
}

/** So many of them, the last of which is under way. */
function latest(thisMonth: number, count: string, months: number): [Span, Span] | null {
  const number = /^\d/.test(count) ? Number(count) : NUMBERS.indexOf(count) + 1;
  const end = Math.floor(thisMonth / months) * months;
  return number < 1
    ? null
    : [
        { start: end - (number - 1) * months, months },
        { start: end, months },
      ];
}

function twice(span: Span | null): [Span, Span] | null {
  return span && [span, span];
}
