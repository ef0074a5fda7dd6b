import { addDays, quarterAfter, quarterOf, quartersFrom } from '../calendar/calendar.js';
import type { CalendarDate } from '../calendar/calendar.js';
import { periodOf } from '../calendar/period.js';
import type { CohortCourse } from '../cohort/cohort-course.js';
import { COMPLETERS, STARTERS, achieved } from '../cohort/groups/groups.js';
import { Members } from '../cohort/groups/members.js';
import { BENEFIT_NAMES } from '../cohort/outcomes.js';
import type { BenefitName } from '../cohort/outcomes.js';
import { DISCLOSURE_THRESHOLD, personsIn } from './persons.js';

/** The fewest persons of a closed group who started, and who were scored at infusions 1 and 6; constants, never settings. */
export const LEAST_STARTERS = 30;
export const LEAST_COMPLETERS = DISCLOSURE_THRESHOLD;

/** A group closes so many days after its last quarter ended. */
export const DAYS_UNTIL_CLOSED = 60;

/** Whole quarters (`2025-Q1`), the first and the last included. */
export interface Quarters {
  from: string;
  to: string;
}

/** Courses that began in these quarters, concluded all of them: published together or not at all. */
export interface CourseGroup<Course extends CohortCourse = CohortCourse> extends Quarters {
  courses: readonly Course[];
}

/**
 * What a group lacks: persons, an outcome that nobody or everybody of its completers has, or (of a cohort within another)
 * `apart`: enough persons who are in one of the two cohorts and not in the other.
 */
export type Lacking = 'starters' | 'completers' | BenefitName | 'apart';

/** The group that is filling: what it has, and when it may close. */
export interface FillingGroup extends Quarters {
  /** Persons who started. */
  starters: number;
  /** Persons scored at infusions 1 and 6. */
  completers: number;
  /** Courses that are not concluded, which it waits for. */
  underWay: number;
  lacking: Lacking[];
  /** The first day on which it can be closed, should it be complete by then. */
  earliestClosing: CalendarDate;
}

export interface ClosedGroups<Course extends CohortCourse = CohortCourse> {
  closed: CourseGroup<Course>[];
  /** Null where nobody ever started. */
  filling: FillingGroup | null;
}

/** What the groups of a cohort are made of. */
export interface Startings<Course extends CohortCourse> {
  /** Concluded courses. */
  courses: readonly Course[];
  /** The days on which courses began that are under way. */
  underWay: readonly CalendarDate[];
  /** The last quarter of the groups that are frozen; null where none is. */
  after: string | null;
  today: CalendarDate;
}

/**
 * Into which groups of quarters do these courses fall, so that nothing less than a group is ever published?
 *
 * Input: the courses of a cohort, concluded or under way, and where its frozen groups end. Output: the groups that are
 * closed, in order: as few consecutive quarters as make 30 starters and 11 completers (persons), with response and each
 * remission neither of nobody nor of everybody among the completers, 60 days after the last of the quarters, and with no
 * course of them under way; and the group that is filling. Courses before `after` are in none.
 *
 * Source: CMS cell size suppression policy (no cell of 1 to 10); microaggregation of whole groups: Hundepool et al.
 * (2012), Statistical Disclosure Control, doi:10.1002/9781118348239.
 *
 * @example closedGroups(20 courses of 2025-Q1, 20 of 2025-Q2, today 2025-08-29) // closed: 2025-Q1 to 2025-Q2
 */
export function closedGroups<Course extends CohortCourse>(startings: Startings<Course>): ClosedGroups<Course> {
  const { courses, underWay, after, today } = startings;
  const quarters = new Map<string, Course[]>();
  for (const course of courses) {
    const quarter = quarterOf(course.startedOn);
    const here = quarters.get(quarter) ?? [];
    here.push(course);
    quarters.set(quarter, here);
  }
  const waiting = underWay.map(quarterOf);
  const first = after === null ? [...quarters.keys(), ...waiting].sort()[0] : quarterAfter(after);
  const closed: CourseGroup<Course>[] = [];
  if (first === undefined) return { closed, filling: null };
  let group: CourseGroup<Course> = { from: first, to: first, courses: [] };
  for (const to of quartersFrom(first, quarterOf(today))) {
    group = { from: group.from, to, courses: [...group.courses, ...(quarters.get(to) ?? [])] };
    const has = contentsOf(group.courses);
    const stillUnderWay = waiting.filter((quarter) => quarter >= group.from && quarter <= to).length;
    const earliestClosing = closingDayOf(to);
    const isDue = earliestClosing <= today;
    // Nobody can start in a quarter that is over: it closes with the next one.
    const needsNext = to < quarterOf(today) && has.lacking.includes('starters');
    if ((!isDue && !needsNext) || (has.lacking.length === 0 && stillUnderWay > 0)) {
      return { closed, filling: { from: group.from, to, ...has, underWay: stillUnderWay, earliestClosing } };
    }
    if (has.lacking.length > 0) continue;
    closed.push(group);
    group = { from: quarterAfter(to), to: quarterAfter(to), courses: [] };
  }
  return { closed, filling: null };
}

/** How many persons these courses have, and what they lack to be a group. */
export function contentsOf(
  courses: readonly CohortCourse[],
): Pick<FillingGroup, 'starters' | 'completers' | 'lacking'> {
  const members = new Members(courses);
  const completed = members.of(COMPLETERS);
  const [starters, completers] = [personsOf(members.of(STARTERS)), personsOf(completed)];
  const uniform = BENEFIT_NAMES.filter((name) => {
    const { length } = members.of(achieved(name, 'infusion-6'));
    return length === 0 || length === completed.length;
  });
  const lacking: Lacking[] = [
    ...(starters < LEAST_STARTERS ? (['starters'] as const) : []),
    ...(completers < LEAST_COMPLETERS ? (['completers'] as const) : []),
    ...uniform,
  ];
  return { starters, completers, lacking };
}

/** How many persons are these courses of? */
export function personsOf(courses: readonly CohortCourse[]): number {
  return personsIn(courses.map(({ courseId }) => courseId));
}

/** The first day on which a group can be closed whose last quarter this is. */
function closingDayOf(quarter: string): CalendarDate {
  const period = periodOf(quarter);
  if (period === null) throw new RangeError(`${quarter} is no quarter`);
  return addDays(period.to, DAYS_UNTIL_CLOSED);
}
