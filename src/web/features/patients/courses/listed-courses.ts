import { currentScoreOf, type CurrentScore } from '../../../../domain/course/judgement/current-score';
import { INFUSION_NUMBERS, infusionSlot } from '../../../../domain/course/record/slots';
import type { Schemas } from '../../../api/client';
import { searchedKey } from '../../../components/course/searched-key';
import { courseRecordOf } from '../../../entries/course-record';
import type { Course } from '../../../entries/entry';

/** A course, and what its patient is looked up for. */
export interface ListedCourse {
  course: Course;
  /** The latest score of the six infusions. */
  current: CurrentScore | null;
  /** Of a course under way the first infusion after the last of which something is recorded; of one that is over the next score after it. */
  next: Pick<Schemas['SlotResponse'], 'slot' | 'dueOn'> | Schemas['AfterSeriesDueResponse'] | null;
}

const SLOTS = INFUSION_NUMBERS.map(infusionSlot);
const LAST_OF_ALL = '9999';

export function listedOf(course: Course): ListedCourse {
  const last = course.slots.findLastIndex(({ state }) => state === 'scored' || state === 'missed');
  const isOver = course.status === 'completed' || course.status === 'stopped';
  return {
    course,
    current: currentScoreOf(courseRecordOf(course, SLOTS, () => undefined)),
    next: (isOver ? course.afterSeriesDue[0] : course.slots[last + 1]) ?? null,
  };
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** In which order courses are shown: each sorts what nobody knows to the end. */
export const COURSE_ORDERS = {
  nextVisit: { label: 'next visit first', compare: (a, b) => nextDay(a).localeCompare(nextDay(b)) },
  leastImproved: { label: 'least improved first', compare: (a, b) => reduction(a) - reduction(b) },
  highestScore: { label: 'highest score first', compare: (a, b) => total(b) - total(a) },
  latestStart: {
    label: 'latest start first',
    compare: (a, b) => b.course.startedOn.localeCompare(a.course.startedOn),
  },
  chartNumber: { label: 'by chart number', compare: () => 0 },
} as const satisfies Record<string, { label: string; compare: (a: ListedCourse, b: ListedCourse) => number }>;

export type CourseOrder = keyof typeof COURSE_ORDERS;

/** Those whose chart number holds what was typed, in this order, and within it by chart number. */
export function listed(all: readonly ListedCourse[], typed: string, order: CourseOrder): ListedCourse[] {
  const { compare } = COURSE_ORDERS[order];
  return all
    .filter(({ course }) => searchedKey(course.chartNumber).includes(searchedKey(typed)))
    .sort((a, b) => compare(a, b) || byNumber.compare(a.course.chartNumber, b.course.chartNumber));
}

function nextDay({ next }: ListedCourse): string {
  return next?.dueOn ?? LAST_OF_ALL;
}

function reduction({ current }: ListedCourse): number {
  return current?.reductionSinceBaseline ?? Number.MAX_SAFE_INTEGER;
}

function total({ current }: ListedCourse): number {
  return current?.total ?? -1;
}
