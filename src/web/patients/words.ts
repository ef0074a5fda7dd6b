import { INDICATIONS } from '../../domain/course/indications';
import { MISSED_REASONS } from '../../domain/course/stop-reasons';
import type { Schemas } from '../api/client';
import { showDate } from '../parts/dates';

const wholes = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export const KINDS = { induction: 'Induction', maintenance: 'Maintenance' } as const;

export const STATUS_WORDS = {
  active: 'under way',
  completed: 'completed',
  stopped: 'stopped',
} as const;

/** A reduction in points, in words: `12 points lower`. Positive is better. */
export function movement(reduction: number): string {
  if (reduction === 0) return 'unchanged';
  const size = Math.abs(reduction);
  return `${size} ${size === 1 ? 'point' : 'points'} ${reduction > 0 ? 'lower' : 'higher'}`;
}

/** A reduction with its share of the baseline: `12 points lower (30 %)`. */
export function movementOf(reduction: number, percent: number | null): string {
  if (percent === null || reduction === 0) return movement(reduction);
  return `${movement(reduction)} (${wholes.format(Math.abs(percent))} %)`;
}

export function points(value: number): string {
  return tenths.format(value);
}

/** Which course it is: `Course 2 · Maintenance · from 4 Mar 2026`. */
export function courseWords({
  number,
  kind,
  startedOn,
}: Pick<Schemas['CourseResponse'], 'number' | 'kind' | 'startedOn'>): string {
  return `Course ${number} · ${KINDS[kind]} · from ${showDate(startedOn)}`;
}

export function indicationWords({ indication }: Pick<Schemas['CourseResponse'], 'indication'>) {
  return INDICATIONS[indication];
}

/** Why there is no score: `Missed: ill on the day`. */
export function missedWords(reason: Schemas['SlotResponse']['missedReason']): string {
  if (reason === 'courseStopped') return 'Course stopped before';
  return reason === null ? 'Missed' : `Missed: ${MISSED_REASONS[reason].toLowerCase()}`;
}

/** A text with a capital: names of slots at the beginning of a line. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The name of who recorded something; the command line has none. */
export function personWords(name: string | null): string {
  return name ?? 'the command line';
}
