import type { RungName } from '../cohort/ladder.js';
import { rounded } from '../numbers/rounded.js';
import type { ClaimSource } from './claim-answer.js';
import type { PublishedWho } from './measures.js';
import type { PublicNumber } from './public-number.js';

const RUNGS: Readonly<Partial<Record<RungName, PublishedWho>>> = {
  courses: 'everyCourse',
  withBaseline: 'starters',
  withLaterScore: 'lastObserved',
  withInfusion6: 'completers',
};

export const NO_INTERVAL: [null, null] = [null, null];

/**
 * How many patients does a publication count?
 *
 * Input: a publication. Output: the rungs of its ladder that are shown; and who stopped before infusion 6
 * and who did not, as count and percent, where it shows both how many started and how many were scored at infusions 1 and 6.
 *
 * Example: of 175 who started 120 were scored at infusions 1 and 6, so 55 (31 percent) stopped and 69 percent did not.
 */
export function ladderCounts(source: ClaimSource): PublicNumber[] {
  const rungs = source.document.ladder.flatMap(({ name, label, count }) => {
    const who = RUNGS[name];
    return who === undefined || count === null ? [] : [patientCount(source, 'ladder', name, label, who, count)];
  });
  return [...rungs, ...sharesOfStarters(source)];
}

function sharesOfStarters(source: ClaimSource): PublicNumber[] {
  const rung = (name: RungName) => source.document.ladder.find((each) => each.name === name)?.count ?? null;
  const [n, completed] = [rung('withBaseline'), rung('withInfusion6')];
  if (n === null || n === 0 || completed === null) return [];
  const share = (measure: 'stopped' | 'completed', label: string, count: number) => {
    const whole = patientCount(source, 'ladder', 'withInfusion6', label, 'starters', count);
    const exact = (100 * count) / n;
    const both: PublicNumber = { ...whole, measure, n, count };
    return [both, { ...both, form: 'percent' as const, value: rounded(exact, 0), exact }];
  };
  return [
    ...share('stopped', 'Started, without a score at infusion 6', n - completed),
    ...share('completed', 'Started, with a score at infusion 6', completed),
  ];
}

/** A number of patients, as a published number. */
export function patientCount(
  source: ClaimSource,
  set: PublicNumber['set'],
  name: string,
  label: string,
  who: PublishedWho,
  count: number,
): PublicNumber {
  return {
    source,
    set,
    name,
    label,
    who,
    measure: 'patients',
    form: 'count',
    value: count,
    exact: count,
    decimals: 0,
    n: count,
    count,
    ci95: NO_INTERVAL,
  };
}
