import { addDays } from '../../../domain/calendar/calendar';
import { parseSlot, slotLabel, type SlotName } from '../../../domain/course/record/slots';
import type { Schemas } from '../../api/client';
import { capital } from '../../../domain/numbers/words';
import { dateInWords } from '../../../domain/calendar/date-words';

type Course = Schemas['CourseDetailResponse'];

/** A visit that somebody should look at today. */
export interface Line {
  courseId: string;
  patientId: string;
  chartNumber: string;
  slot: SlotName;
  label: string;
  dueOn: string | null;
  /** The day that is recorded with a score of the line; null where it is today. */
  assessedOn: string | null;
  /** What was recorded and taken back, if anything. */
  recorded: Schemas['AssessmentResponse'] | null;
}

export interface TodaysLines {
  due: Line[];
  /** Infusions and then scores after a series, each oldest first. */
  unresolved: Line[];
  /** The next one after today. */
  next: Line | null;
  /** What is planned for the seven days after today. */
  coming: Line[];
}

/** What is due on a day, what was left open before, and what comes next; `ended` adds its scores after the series. */
export function linesOf(courses: readonly Course[], today: string, ended: readonly Course[] = []): TodaysLines {
  const infusions = (state: 'due' | 'unresolved') =>
    courses.flatMap((course) =>
      course.slots.filter((slot) => slot.state === state).flatMap((slot) => lineOf(course, slot, today)),
    );
  const later = (state: 'due' | 'unresolved') =>
    ended.flatMap((course) =>
      course.afterSeriesDue.filter((visit) => visit.state === state).flatMap((visit) => lineAfter(course, visit)),
    );
  const week = addDays(today, 7);
  const planned = [...infusions('due'), ...later('due')].toSorted(byDay);
  return {
    due: planned.filter(({ dueOn }) => dueOn === today),
    unresolved: [...infusions('unresolved').toSorted(byDay), ...later('unresolved').toSorted(byDay)],
    coming: planned.filter(({ dueOn }) => dueOn !== null && dueOn > today && dueOn <= week),
    next: planned.find(({ dueOn }) => dueOn !== null && dueOn > today) ?? null,
  };
}

function lineAfter(
  { id: courseId, patientId, chartNumber }: Course,
  { slot: name, dueOn, recorded }: Schemas['AfterSeriesDueResponse'],
): Line[] {
  const slot = parseSlot(name);
  if (slot === null) return [];
  const label = slot === 'post-series' ? 'Score after the series' : capital(slotLabel(slot));
  return [{ courseId, patientId, chartNumber, slot, label, dueOn, assessedOn: null, recorded }];
}

function lineOf(
  { id: courseId, patientId, chartNumber, slots }: Course,
  { slot: name, dueOn, recorded }: Schemas['SlotResponse'],
  today: string,
): Line[] {
  const slot = parseSlot(name);
  if (slot === null) return [];
  const label = capital(slotLabel(slot));
  // Today's visit is the latest of those whose day has come; what was left open before it was on its planned day.
  const isLatest = slots.findLast((one) => one.recorded !== null || isPast(one, today))?.slot === name;
  const assessedOn = dueOn !== null && dueOn < today && !isLatest ? dueOn : null;
  return [{ courseId, patientId, chartNumber, slot, label, dueOn, assessedOn, recorded }];
}

function isPast({ dueOn }: Schemas['SlotResponse'], today: string): boolean {
  return dueOn !== null && dueOn <= today;
}

function byDay(a: Line, b: Line): number {
  const [left, right] = [a, b].map(({ dueOn, chartNumber }) => `${dueOn} ${chartNumber}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}

/** What comes after today, in a sentence; empty where nothing does. */
export function nextWords(next: Line | null): string {
  if (!next?.dueOn) return '';
  return `Next: ${next.chartNumber}, ${next.label.toLowerCase()}, ${dateInWords(next.dueOn)}.`;
}
