import type { Ladder } from '../cohort/ladder.js';
import type { ClaimSource } from './claim-answer.js';
import type { PublishedWho } from './measures.js';
import type { PublicNumber } from './public-number.js';

const RUNGS: Readonly<Partial<Record<keyof Ladder, PublishedWho>>> = {
  courses: 'everyCourse',
  withBaseline: 'starters',
  withLaterScore: 'lastObserved',
  withInfusion6: 'completers',
};

export const NO_INTERVAL: [null, null] = [null, null];

/**
 * How many patients does a publication count?
 *
 * Input: a publication. Output: the rungs of its ladder that are shown; and who stopped before infusion 6, as
 * count and per cent, where it shows both how many started and how many had all six.
 *
 * Source: this service's definitions (the ladder).
 *
 * Example: of 175 who started 120 had all six, so 55 stopped, 31 per cent.
 */
export function ladderCounts(source: ClaimSource): PublicNumber[] {
  const rungs = source.document.ladder.flatMap(({ name, label, count }) => {
    const who = RUNGS[name];
    return who === undefined || count === null
      ? []
      : [patientCount(source, 'ladder', name, label, who, count)];
  });
  return [...rungs, ...stoppedOf(source)];
}

function stoppedOf(source: ClaimSource): PublicNumber[] {
  const rung = (name: keyof Ladder) =>
    source.document.ladder.find((each) => each.name === name)?.count ?? null;
  const [n, completed] = [rung('withBaseline'), rung('withInfusion6')];
  if (n === null || n === 0 || completed === null) return [];
  const label = 'Started, without a score at infusion 6';
  const count = n - completed;
  const whole = patientCount(source, 'ladder', 'withInfusion6', label, 'starters', count);
  const exact = (100 * count) / n;
  const both = { ...whole, measure: 'stopped' as const, n, count };
  return [both, { ...both, form: 'percent', value: Math.round(exact), exact }];
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
    ...{ source, set, name, label, who, measure: 'patients', form: 'count' },
    ...{ value: count, exact: count, decimals: 0, n: count, count, ci95: NO_INTERVAL },
  };
}
