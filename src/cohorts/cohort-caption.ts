import { INDICATIONS } from '../domain/course/record/indications.js';
import { SEVERITY_BANDS } from '../domain/cudos/severity.js';
import type { AppliedFilter, CohortResponse } from './cohort.dto.js';
import { dateInWords } from '../domain/calendar/date-words.js';

/** The line that stays with a picture: the day at the clinic, and which courses are counted. */
export function captionOf({ filter, underWay }: Pick<CohortResponse, 'filter' | 'underWay'>, today: string): string {
  const which = ['Concluded courses', ...filterInWords(filter)].join(', ');
  return `As of ${dateInWords(today)}. ${which}; ${underWay} under way not counted.`;
}

function filterInWords(filter: AppliedFilter): string[] {
  const { kind, indication, baselineBand, minimumBaseline, clinician } = filter;
  const band = SEVERITY_BANDS.find(({ name }) => name === baselineBand);
  return [
    ...startInWords(filter),
    ...(kind === null ? [] : [kind]),
    ...(indication === null ? [] : [INDICATIONS[indication].toLowerCase()]),
    ...(band === undefined ? [] : [`baseline ${band.label.toLowerCase()}`]),
    ...(minimumBaseline === null ? [] : [`baseline at least ${minimumBaseline}`]),
    ...(clinician === null ? [] : ['one clinician']),
  ];
}

function startInWords({ from, to }: AppliedFilter): string[] {
  if (from === null) return to === null ? [] : [`started until ${dateInWords(to)}`];
  return [to === null ? `started from ${dateInWords(from)} on` : `started ${dateInWords(from)} to ${dateInWords(to)}`];
}
