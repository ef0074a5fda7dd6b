import { boundedCountInWords } from '../../domain/publication/words.js';
import { INDICATIONS } from '../../domain/course/record/indications.js';
import { rounded } from '../../domain/numbers/rounded.js';
import type { PublicContent, PublicFigure, PublishedDocument } from '../../domain/publication/published-document.js';

const UNITS: Readonly<Record<PublicFigure['unit'], string>> = {
  percent: ' %',
  points: ' points',
  standardDeviations: ' SD',
};

/** How numbers and dates are written where a document does not say it. */
export const DEFAULT_LOCALE = 'en-US';

/** How the clinic writes numbers and dates. */
export function localeOf({ clinic }: Pick<PublishedDocument, 'clinic'>): string {
  return clinic.locale ?? DEFAULT_LOCALE;
}

/** A public number as it is read: per cent whole, points and SD with one decimal, as the document has them. */
function digits(value: number, unit: PublicFigure['unit'], locale: string): string {
  const decimals = unit === 'percent' ? 0 : 1;
  const format = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat(locale, format).format(rounded(value, decimals));
}

function whole(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** The value with its unit, e.g. `83 %`; that there is none where nobody could be counted. */
export function valueInWords(
  { value, unit, bound }: Pick<PublicFigure, 'value' | 'unit' | 'bound'>,
  locale = DEFAULT_LOCALE,
): string {
  if (bound) return `${bound.is} ${bound.percent} %`;
  return value === null ? 'no value' : `${digits(value, unit, locale)}${UNITS[unit]}`;
}

/** Of how many, and how sure: `100 of 120, 95 % interval 76 to 89 %`. */
export function basisInWords({ n, count, ci95, unit, bound }: PublicFigure, locale = DEFAULT_LOCALE): string {
  if (bound) return `${boundedCountInWords(bound)} of ${whole(n ?? 0, locale)}`;
  const all = whole(n ?? 0, locale);
  const of = count === null ? `n = ${all}` : `${whole(count, locale)} of ${all}`;
  const [lower, upper] = ci95;
  if (lower === null || upper === null) return of;
  return `${of}, 95 % interval ${digits(lower, unit, locale)} to ${digits(upper, unit, locale)}${UNITS[unit]}`;
}

/** A day as people write it, of an instant: `November 25, 2026`. */
export function dayInWords(instant: string, locale = DEFAULT_LOCALE): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(instant));
}

/** Which courses a publication is about, in a sentence. */
export function cohortInWords({ kind, indication, minimumBaseline = null }: PublicContent['cohort']): string {
  const which = [
    `Concluded ${kind === null ? '' : `${kind} `}courses`,
    ...(indication === null ? [] : [INDICATIONS[indication].toLowerCase()]),
    ...(minimumBaseline === null ? [] : [`baseline of ${minimumBaseline} points or more`]),
  ];
  return `${which.join(', ')}.`;
}
