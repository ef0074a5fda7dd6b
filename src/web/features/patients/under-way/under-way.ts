import { currentScoreOf, type CurrentScore } from '../../../../domain/course/judgement/current-score';
import { INFUSION_NUMBERS, infusionSlot } from '../../../../domain/course/record/slots';
import type { Schemas } from '../../../api/client';
import { searchedKey } from '../../../components/course/searched-key';
import { courseRecordOf } from '../../../entries/course-record';
import type { Course } from '../../../entries/entry';

/** A course under way, and what its patient is looked up for. */
export interface UnderWayCourse {
  course: Course;
  current: CurrentScore | null;
  /** The first infusion after the last of which something is recorded. */
  next: Schemas['SlotResponse'] | null;
}

const SLOTS = INFUSION_NUMBERS.map(infusionSlot);
const LAST_OF_ALL = '9999';

export function underWayOf(course: Course): UnderWayCourse {
  const last = course.slots.findLastIndex(({ state }) => state === 'scored' || state === 'missed');
  return {
    course,
    current: currentScoreOf(courseRecordOf(course, SLOTS, () => undefined)),
    next: course.slots[last + 1] ?? null,
  };
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** In which order courses under way are shown: each sorts what nobody knows to the end. */
export const UNDER_WAY_ORDERS = {
  nextVisit: { label: 'next visit first', compare: (a, b) => nextDay(a).localeCompare(nextDay(b)) },
  leastBetter: { label: 'least improved first', compare: (a, b) => reduction(a) - reduction(b) },
  highestScore: { label: 'highest score first', compare: (a, b) => total(b) - total(a) },
  latestStart: {
    label: 'latest start first',
    compare: (a, b) => b.course.startedOn.localeCompare(a.course.startedOn),
  },
  chartNumber: { label: 'by chart number', compare: () => 0 },
} as const satisfies Record<string, { label: string; compare: (a: UnderWayCourse, b: UnderWayCourse) => number }>;

export type UnderWayOrder = keyof typeof UNDER_WAY_ORDERS;

/** The order of this name; the next visit first where it is none. */
export function orderNamed(name: string): UnderWayOrder {
  return Object.hasOwn(UNDER_WAY_ORDERS, name) ? (name as UnderWayOrder) : 'nextVisit';
}

/** Those whose chart number holds what was typed, in this order, and within it by chart number. */
export function listed(all: readonly UnderWayCourse[], typed: string, order: UnderWayOrder): UnderWayCourse[] {
  const { compare } = UNDER_WAY_ORDERS[order];
  return all
    .filter(({ course }) => searchedKey(course.chartNumber).includes(searchedKey(typed)))
    .sort((a, b) => compare(a, b) || byNumber.compare(a.course.chartNumber, b.course.chartNumber));
}

function nextDay({ next }: UnderWayCourse): string {
  return next?.dueOn ?? LAST_OF_ALL;
}

function reduction({ current }: UnderWayCourse): number {
  return current?.reductionSinceBaseline ?? Number.MAX_SAFE_INTEGER;
}

function total({ current }: UnderWayCourse): number {
  return current?.total ?? -1;
}
