import { quarterOf } from '../calendar/calendar.js';
import { periodOf } from '../calendar/period.js';
import type { Quarters } from '../disclosure/closed-groups.js';

/** The groups that a period is made of, or the nearest periods that groups make. */
export type PeriodChoice<Group extends Quarters> = { groups: Group[] } | { groups: null; periods: string[] };

/**
 * Of which closed groups is this period made?
 *
 * Input: a period of whole quarters or years, and closed groups in order. Output: the groups, where the period begins with
 * the first quarter of one and ends with the last of one; else the nearest periods that do: the longest within it, and the
 * shortest that holds its groups; all of them where it has none; no period where there is no group.
 *
 * @example groupsIn('2025', [2025-Q1 to Q2, 2025-Q3 to 2026-Q1]) // periods '2025-Q1..2025-Q2', '2025-Q1..2026-Q1'
 */
export function groupsIn<Group extends Quarters>(period: string, groups: readonly Group[]): PeriodChoice<Group> {
  const days = periodOf(period);
  if (days === null) return { groups: null, periods: [] };
  const [from, to] = [quarterOf(days.from), quarterOf(days.to)];
  const within = groups.filter((group) => group.from >= from && group.to <= to);
  if (within[0]?.from === from && within.at(-1)?.to === to) return { groups: within };
  const touched = groups.filter((group) => group.from <= to && group.to >= from);
  const near = [within, touched].filter(({ length }) => length > 0);
  const periods = (near.length > 0 ? near : [groups]).filter(({ length }) => length > 0).map(periodOfGroups);
  return { groups: null, periods: [...new Set(periods)] };
}

/**
 * How is the period of these groups written?
 *
 * Input: groups that follow each other, one at least. Output: whole years where it begins and ends with one, else quarters.
 *
 * @example periodOfGroups([{ from: '2025-Q1', to: '2025-Q2' }, { from: '2025-Q3', to: '2025-Q4' }]) // '2025'
 */
export function periodOfGroups(groups: readonly Quarters[]): string {
  const [from, to] = [groups[0]?.from ?? '', groups.at(-1)?.to ?? ''];
  const [first, last] = from.endsWith('Q1') && to.endsWith('Q4') ? [from.slice(0, 4), to.slice(0, 4)] : [from, to];
  return first === last ? first : `${first}..${last}`;
}
