import { quarterOf } from '../../../../domain/calendar/calendar';
import { periodOf } from '../../../../domain/calendar/period';

export type Grain = 'year' | 'quarter';

/** A period as the picker shows it: its first and its last year or quarter. */
export interface PeriodChoice {
  grain: Grain;
  first: string;
  last: string;
}

const YEARS_BACK = 12;

/** What the picker shows for a period; one of mixed parts is shown in quarters. */
export function choiceOf(period: string): PeriodChoice {
  const [first = '', last = first] = period.split('..');
  const years = [first, last].every((part) => part.length === 4);
  return years ? { grain: 'year', first, last } : inGrain({ grain: 'year', first, last }, 'quarter');
}

/** The period of a choice as it is written: `2025`, or `2025-Q1..2026-Q2`. */
export function periodIn({ first, last }: PeriodChoice): string {
  return first === last ? first : `${first}..${last}`;
}

/** The same days in years or quarters; a part of a year becomes the year. */
export function inGrain({ first, last }: PeriodChoice, grain: Grain): PeriodChoice {
  if (grain === 'year') return { grain, first: first.slice(0, 4), last: last.slice(0, 4) };
  const days = periodOf(`${first}..${last}`);
  return {
    grain,
    first: quarterOf(days?.from ?? ''),
    last: quarterOf(days?.to ?? ''),
  };
}

/** A choice with another first or last part: the other part moves along rather than end before it begins. */
export function withPart(choice: PeriodChoice, part: 'first' | 'last', value: string): PeriodChoice {
  const next = { ...choice, [part]: value };
  if (next.first <= next.last) return next;
  return { ...next, first: value, last: value };
}

/** The years or quarters to choose from, latest first: up to today, and what is chosen already. */
export function partsUntil(today: string, { grain, first, last }: PeriodChoice): string[] {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - back));
  const parts =
    grain === 'year'
      ? years
      : years
          .flatMap((year) => [4, 3, 2, 1].map((quarter) => `${year}-Q${quarter}`))
          .filter((quarter) => quarter <= quarterOf(today));
  return [...new Set([...parts, first, last])].toSorted().toReversed();
}

/** `2025`, or `Q2 2025` as people say it. */
export function partInWords(part: string): string {
  const [year = '', quarter] = part.split('-');
  return quarter === undefined ? year : `${quarter} ${year}`;
}
