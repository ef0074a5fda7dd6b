import { LEAST_BASELINES } from '../../domain/course/judgement/reliable-change';
import { INDICATIONS } from '../../domain/course/record/indications';
import { MISSED_REASONS, STOP_REASONS } from '../../domain/course/record/stop-reasons';
import { parseSlot, slotLabel } from '../../domain/course/record/slots';
import { capital, counted, inWords } from '../../domain/numbers/words';
import { SEVERITY_BANDS } from '../../domain/cudos/severity';
import type { Schemas } from '../api/client';
import { showTenths } from './figures';
import { dateInWords } from '../../domain/calendar/date-words';

type Course = Schemas['CourseDetailResponse'];

export const KIND_LABELS = { induction: 'Induction', maintenance: 'Maintenance' } as const;

export const STATUS_WORDS = {
  active: 'under way',
  completed: 'completed',
  stopped: 'stopped',
  lost: 'no further visit',
} as const;

/** A reduction in points, in words: `12 points lower`. Positive is better. */
export function movement(reduction: number): string {
  if (reduction === 0) return 'unchanged';
  const size = Math.abs(reduction);
  return `${counted(size, 'point')} ${reduction > 0 ? 'lower' : 'higher'}`;
}

/** A reduction with its share of the baseline: `12 points lower (30 %)`. */
export function movementOf(reduction: number, percent: number | null): string {
  if (percent === null || reduction === 0) return movement(reduction);
  return `${movement(reduction)} (${inWords(Math.abs(percent), 0)}\u00a0%)`;
}

/** Which course it is: `Course 2 · Maintenance · from 4 Mar 2026`. */
export function courseWords({
  number,
  kind,
  startedOn,
}: Pick<Schemas['CourseResponse'], 'number' | 'kind' | 'startedOn'>): string {
  return `Course ${number}\u00a0· ${KIND_LABELS[kind]}\u00a0· from ${dateInWords(startedOn)}`;
}

export function indicationWords({ indication }: Pick<Schemas['CourseResponse'], 'indication'>) {
  return INDICATIONS[indication];
}

/** Why there is no score: `Missed: ill on the day`. */
export function missedWords(reason: Schemas['SlotResponse']['missedReason']): string {
  if (reason === 'courseStopped') return 'Course stopped before';
  return reason === null ? 'Missed' : `Missed: ${MISSED_REASONS[reason].toLowerCase()}`;
}

/** The name of who recorded something; the command line has none. */
export function personWords(name: string | null): string {
  return name ?? 'the command line';
}

/** A score with its band: `22, mild`; a form with too few answers has none. */
export function scoreWords({ total, band }: Pick<Schemas['AssessmentResponse'], 'total' | 'band'>): string {
  if (total === null) return 'no total';
  return band === null ? `${total}` : `${total}, ${bandLabel(band).toLowerCase()}`;
}

export function bandLabel(band: NonNullable<Schemas['AssessmentResponse']['band']>): string {
  return SEVERITY_BANDS.find(({ name }) => name === band)?.label ?? band;
}

/** `12 points lower than at baseline`. */
export function sinceBaseline(reduction: number): string {
  return reduction === 0 ? 'unchanged since baseline' : `${movement(reduction)} than at baseline`;
}

/** Which scores the trend is judged by, or why there is none. */
export function trendWords({ trend, reliableChangeBasis }: Schemas['CourseOutcomeResponse']): string {
  if (trend)
    return `Over the latest three scores: ${trend.totals.join(', ')}. Up to ${showTenths(reliableChangeBasis.threshold ?? 0)} points are stable`;
  if (reliableChangeBasis.threshold === null) return `Not known: ${noThresholdWords(reliableChangeBasis.baselines)}`;
  return 'Shown from three scores on';
}

/** Why nobody can say which change is reliable, by how many baselines the clinic has. */
export function noThresholdWords(baselines: number): string {
  return baselines < LEAST_BASELINES
    ? `the clinic has fewer than ${LEAST_BASELINES} baselines, too few to judge a change by`
    : 'all baselines of the clinic are equal, so there is no spread to judge a change by';
}

/** What a reliable change is measured by. */
export function basisWords({ reliableChangeBasis }: Schemas['CourseOutcomeResponse']): string {
  const { threshold, sdOfBaselines, baselines } = reliableChangeBasis;
  if (threshold === null || sdOfBaselines === null)
    return `Reliable change is not known: ${noThresholdWords(baselines)}.`;
  return (
    `A reliable change is more than ${showTenths(threshold)} points: 1.96 x SD x √2 x √(1 - 0.92), with an SD of ` +
    `${showTenths(sdOfBaselines)} points from the ${baselines} baselines of this clinic’s induction courses.`
  );
}

/** What else is known of a patient: `JD · born 1981 · female`; empty where nothing is. */
export function patientWords({ initials, birthYear, sex }: Schemas['PatientResponse']): string {
  const parts = [initials, birthYear === null ? null : `born ${birthYear}`, sex];
  return parts.filter((part) => part !== null).join('\u00a0· ');
}

/** The status of a course: `stopped on 14 Mar 2026: side effects`. */
export function statusWords(course: Course): string {
  const { status, stopped, lastEntryOn, startedOn } = course;
  if (status === 'stopped' && stopped) return stopWords(stopped);
  if (status === 'lost') return `${STATUS_WORDS.lost} since ${dateInWords(lastEntryOn ?? startedOn)}`;
  return isSaidUnderWay(course)
    ? `${STATUS_WORDS.active}, as said on ${dateInWords(course.underWayOn)}`
    : STATUS_WORDS[status];
}

/** Is it under way because somebody said so after its last entry? */
export function isSaidUnderWay(course: Course): course is Course & { underWayOn: string } {
  const { status, underWayOn, lastEntryOn } = course;
  return status === 'active' && underWayOn !== null && underWayOn === lastEntryOn;
}

export function stopWords({ on, reason, note }: Schemas['Stop']): string {
  const words = `stopped on ${dateInWords(on)}: ${STOP_REASONS[reason].toLowerCase()}`;
  return note ? `${words} (${note})` : words;
}

/** Where a safety notice comes from: `Infusion 2 of course 1`. */
export function noticeWords({
  slot,
  courseNumber,
}: Pick<Schemas['SafetyNoticeResponse'], 'slot' | 'courseNumber'>): string {
  return `${capital(slotWords(slot))} of course ${courseNumber}`;
}

/** The name of a slot as the API has it, for people. */
export function slotWords(name: string): string {
  const slot = parseSlot(name);
  return slot === null ? name : slotLabel(slot);
}
