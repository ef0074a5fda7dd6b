import { INDICATIONS } from '../../domain/course/record/indications';
import { SEVERITY_BANDS } from '../../domain/cudos/severity';
import type { Schemas } from '../api/client';
import { dateInWords } from '../../domain/calendar/date-words';

type Applied = Schemas['AppliedFilter'];

export const KIND_COURSES = { induction: 'Inductions', maintenance: 'Maintenance courses' } as const;

/** The filter that was applied, as a sentence would begin: `Inductions, started from 1 Jan 2026 to 31 Mar 2026`. */
export function filterInWords(filter: Applied, clinician: string | null): string {
  return [...choiceInWords(filter, clinician), startsInWords(filter)].join(', ');
}

/** The same without when the courses started, which two periods don’t share. */
export function choiceInWords(
  {
    kind,
    indication,
    baselineBand,
    minimumBaseline,
  }: Pick<Applied, 'kind' | 'indication' | 'baselineBand' | 'minimumBaseline'>,
  clinician: string | null,
): string[] {
  const band = SEVERITY_BANDS.find(({ name }) => name === baselineBand);
  return [
    kind ? KIND_COURSES[kind] : 'All courses',
    indication && `given for ${INDICATIONS[indication]}`,
    band && `baseline ${band.label.toLowerCase()} (${band.from}-${band.to})`,
    minimumBaseline !== null && `baseline at least ${minimumBaseline}`,
    clinician && `treated by ${clinician}`,
  ].filter((part) => typeof part === 'string');
}

/** `started from 1 Jan 2026 to 31 Mar 2026`; without bounds, that there are none. */
export function startsInWords({ from, to }: Pick<Applied, 'from' | 'to'>): string {
  if (from === null && to === null) return 'whenever started';
  return [
    'started',
    from !== null && `from ${dateInWords(from)}`,
    to !== null && `${from === null ? 'until' : 'to'} ${dateInWords(to)}`,
  ]
    .filter(Boolean)
    .join(' ');
}
