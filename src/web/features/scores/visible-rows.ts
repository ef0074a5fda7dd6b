import { searchedKey } from '../../components/course/searched-key';
import type { Row } from './store/cells';

export type Order = 'chartNumber' | 'latestStart' | 'dueFirst';

const byNumber = new Intl.Collator('en', { numeric: true });

/** Which rows are shown, and in which order. */
export function visibleIds(rows: readonly Row[], { typed, order }: { typed: string; order: Order }): string[] {
  const wanted = searchedKey(typed);
  return rows
    .filter(({ course }) => searchedKey(course.chartNumber).includes(wanted))
    .sort((a, b) => ORDERS[order](a, b) || byNumber.compare(chartNumber(a), chartNumber(b)))
    .map(({ course }) => course.id);
}

const ORDERS: Record<Order, (a: Row, b: Row) => number> = {
  chartNumber: () => 0,
  latestStart: (a, b) => b.course.startedOn.localeCompare(a.course.startedOn),
  dueFirst: (a, b) => nextDay(a).localeCompare(nextDay(b)),
};

/** The planned day of the first infusion of which nobody said what happened, as the service answered it. */
function nextDay({ course }: Row): string {
  return course.slots.find(({ dueOn }) => dueOn !== null)?.dueOn ?? '9999';
}

function chartNumber({ course }: Row): string {
  return `${course.chartNumber} ${course.number}`;
}
