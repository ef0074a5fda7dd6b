import { daysBetween } from '../../../domain/calendar/calendar.js';
import { INFUSION_NUMBERS, infusionSlot, slotLabel, type SlotName } from '../../../domain/course/record/slots.js';
import type { RowFault, TableRow } from '../table.js';
import type { FileVisit } from './visits-of-rows.js';

/** A visit this many days after the one before begins another course, where nothing else says to which it belongs. */
const COURSE_GAP = 42;

/** Visits of one patient that are one course. */
export interface CourseDraft {
  visits: Map<SlotName, FileVisit>;
  first: FileVisit;
  last: string | null;
  fault: RowFault | null;
  /** Whether it begins with a seventh visit. */
  isPastSix: boolean;
}

/** Does the visit have a name, and none that a course has a place for? */
export function isUnclear({ slot, named }: FileVisit): boolean {
  return slot === null && named !== '';
}

/** The visits of one patient, parted into courses. */
export function draftsOf(visits: readonly FileVisit[]): CourseDraft[] {
  const inTime = visits.every(({ on }) => on !== null)
    ? [...visits].sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '') || a.row.row - b.row.row)
    : visits;
  const drafts: CourseDraft[] = [];
  for (const visit of inTime) {
    const draft = drafts.at(-1);
    if (draft && isAgain(draft, visit)) draft.fault ??= again(draft, visit);
    else if (draft && belongs(draft, visit)) add(draft, visit);
    else drafts.push(begun(visit, draft !== undefined && isPastSix(draft, visit)));
  }
  return drafts;
}

function belongs({ visits, first, last }: CourseDraft, { slot, course, instance, named, on }: FileVisit): boolean {
  if (course !== first.course) return false;
  if (slot !== null)
    return !visits.has(slot) && !(named !== '' && instance !== first.instance && slot === 'infusion-1');
  const gap = last === null || on === null ? 0 : daysBetween(last, on);
  return visits.size < INFUSION_NUMBERS.length && gap <= COURSE_GAP;
}

/** Is it one more visit without a name, too soon for another series? */
function isPastSix({ visits, first, last }: CourseDraft, { slot, course, on }: FileVisit): boolean {
  if (slot !== null || course !== first.course || visits.size < INFUSION_NUMBERS.length) return false;
  return last === null || on === null || daysBetween(last, on) <= COURSE_GAP;
}

/** The same visit once more, too soon for that of another course, or the same row. */
function isAgain({ visits, first, last }: CourseDraft, { row, slot, course, instance, on }: FileVisit): boolean {
  if (slot === null) return copyIn(visits, row) !== undefined;
  if (course !== first.course || instance !== first.instance || !visits.has(slot)) return false;
  return last === null || on === null || daysBetween(last, on) < COURSE_GAP;
}

function copyIn(visits: CourseDraft['visits'], { cells }: TableRow): FileVisit | undefined {
  return [...visits.values()].find(({ row }) => row.cells.join('\n') === cells.join('\n'));
}

function again({ visits }: CourseDraft, { slot, row }: FileVisit): RowFault {
  const first = slot === null ? copyIn(visits, row) : visits.get(slot);
  const which = slot === null ? '' : `, ${slotLabel(slot)}`;
  const message = `The rows ${first?.row.row} and ${row.row} are the same visit of one patient${which}. Take one out, or number them as they were.`;
  return { rule: 'visit-twice', message, acceptable: false };
}

function begun(visit: FileVisit, isPastSix: boolean): CourseDraft {
  const draft: CourseDraft = { visits: new Map(), first: visit, last: null, fault: null, isPastSix };
  add(draft, visit);
  return draft;
}

function add(draft: CourseDraft, visit: FileVisit): void {
  const next = INFUSION_NUMBERS.find((number) => !draft.visits.has(infusionSlot(number)));
  if (visit.slot !== null) draft.visits.set(visit.slot, visit);
  else if (next !== undefined) draft.visits.set(infusionSlot(next), visit);
  draft.last = visit.on ?? draft.last;
}
