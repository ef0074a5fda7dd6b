import { INDICATIONS } from '../../domain/course/record/indications.js';
import type { PublicContent, PublicFigure } from '../../domain/publication/published-document.js';

const UNITS: Readonly<Record<PublicFigure['unit'], string>> = {
  percent: ' %',
  points: ' points',
  standardDeviations: ' SD',
};

/** A public number as it is read: per cent whole, points and SD with one decimal, as the document has them. */
function digits(value: number, unit: PublicFigure['unit']): string {
  return value.toFixed(unit === 'percent' ? 0 : 1);
}

/** The value with its unit, e.g. `83 %`; that there is none where nobody could be counted. */
export function valueInWords({ value, unit }: Pick<PublicFigure, 'value' | 'unit'>): string {
  return value === null ? 'no value' : `${digits(value, unit)}${UNITS[unit]}`;
}

/** Of how many, and how sure: `100 of 120, 95 % interval 76 to 89 %`. */
export function basisInWords({ n, count, ci95, unit }: PublicFigure): string {
  const of = count === null ? `n = ${n ?? 0}` : `${count} of ${n ?? 0}`;
  const [lower, upper] = ci95;
  if (lower === null || upper === null) return of;
  return `${of}, 95 % interval ${digits(lower, unit)} to ${digits(upper, unit)}${UNITS[unit]}`;
}

/** A day as people write it, of an instant: `November 25, 2026`. */
export function dayInWords(instant: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(instant));
}

/** Which courses a publication is about, in a sentence. */
export function cohortInWords({ kind, indication, minimumBaseline }: PublicContent['cohort']): string {
  const which = [
    `Concluded ${kind === null ? '' : `${kind} `}courses`,
    ...(indication === null ? [] : [INDICATIONS[indication].toLowerCase()]),
    ...(minimumBaseline === null ? [] : [`baseline of ${minimumBaseline} points or more`]),
  ];
  return `${which.join(', ')}.`;
}
