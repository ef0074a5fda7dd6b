import { periodTextInWords } from '../../../domain/calendar/period';
import { personWords } from '../../components/course-words';
import { countInFigures, sizeInWords } from '../../../domain/numbers/words';
import { boundedCountInWords } from '../../../domain/publication/words';
import { choiceInWords } from '../../components/cohort-words';
import { showInterval, showValue } from '../../components/figures';
import type { DraftFields, ListedPublication, PublicContent, PublicFigure } from './publication';

type Said = Readonly<Record<ListedPublication['state'], { label: string; says: string }>>;

/** What a publication is at each point of its life, and what that means to a reader outside. */
export const STATES: Said = {
  draft: {
    label: 'Draft',
    says: 'Nobody outside sees it. Its figures follow the data until a director approves them.',
  },
  approved: { label: 'Public', says: 'Anybody can read it. It is signed and never changes.' },
  superseded: {
    label: 'Superseded',
    says: 'A newer one is at its address. This one stays readable at its own, as it was.',
  },
  withdrawn: { label: 'Withdrawn', says: 'Its addresses answer that it is withdrawn, and why.' },
};

/** The courses that a publication counts, without its period: `Inductions, given for Major depression`. */
export function cohortInWords(cohort: PublicContent['cohort']): string {
  return choiceInWords({ minimumBaseline: null, ...cohort, baselineBand: null }, null).join(', ');
}

/** When its courses began: `January to December 2025`. */
export function startsOf({ period }: Pick<DraftFields, 'period'>): string {
  return periodTextInWords(period);
}

/** A public number with its unit, as it is published: percent whole, points and SD with one decimal. */
export function publicValue({ value, unit, bound }: Pick<PublicFigure, 'value' | 'unit' | 'bound'>): string {
  if (bound) return `${bound.is} ${bound.percent} %`;
  return value === null ? 'no value' : showValue(value, unit, decimalsOf(unit));
}

/** Of how many, and how sure: `100 of 120 · 95 % interval 76 to 89 %`. */
export function basisInWords({ n, count, ci95, unit, bound }: PublicFigure): string {
  if (bound) return `${boundedCountInWords(bound)} of ${countInFigures(n ?? 0)}`;
  const of = count === null ? sizeInWords(n ?? 0) : `${countInFigures(count)} of ${countInFigures(n ?? 0)}`;
  const interval = showInterval(ci95, unit, decimalsOf(unit));
  return interval === null ? of : `${of}\u00a0· 95 % interval ${interval}`;
}

export function decimalsOf(unit: PublicFigure['unit']): number {
  return unit === 'percent' ? 0 : 1;
}

/** Somebody of the clinic by name. */
export function staffName(person: { name: string | null } | null): string {
  return personWords(person?.name ?? null);
}
