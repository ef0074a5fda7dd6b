import { parseSlot, slotLabel, type SlotName } from '../../../domain/course/record/slots';
import type { Schemas } from '../../api/client';
import { capital } from '../../components/course-words';

/** A visit that somebody should look at today. */
export interface Line {
  courseId: string;
  patientId: string;
  chartNumber: string;
  slot: SlotName;
  label: string;
  dueOn: string | null;
  /** What was recorded and taken back, if anything. */
  recorded: Schemas['AssessmentResponse'] | null;
}

export interface TodaysLines {
  due: Line[];
  /** Oldest first. */
  unresolved: Line[];
  /** The next one after today. */
  next: Line | null;
}

/** What is due on a day, what was left open before, and what comes next. */
export function linesOf(courses: readonly Schemas['CourseDetailResponse'][], today: string): TodaysLines {
  const open = (state: 'due' | 'unresolved') =>
    courses.flatMap((course) =>
      course.slots.filter((slot) => slot.state === state).flatMap((slot) => lineOf(course, slot)),
    );
  const planned = open('due').toSorted(byDay);
  return {
    due: planned.filter(({ dueOn }) => dueOn === today),
    unresolved: open('unresolved').toSorted(byDay),
    next: planned.find(({ dueOn }) => dueOn !== null && dueOn > today) ?? null,
  };
}

function lineOf(
  { id: courseId, patientId, chartNumber }: Schemas['CourseDetailResponse'],
  { slot: name, dueOn, recorded }: Schemas['SlotResponse'],
): Line[] {
  const slot = parseSlot(name);
  if (slot === null) return [];
  const label = capital(slotLabel(slot));
  return [{ courseId, patientId, chartNumber, slot, label, dueOn, recorded }];
}

function byDay(a: Line, b: Line): number {
  const [left, right] = [a, b].map(({ dueOn, chartNumber }) => `${dueOn} ${chartNumber}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
