import { NO_BASELINES, reliableChangeThreshold } from '../course/judgement/reliable-change.js';
import type { Baselines } from '../course/judgement/reliable-change.js';
import type { CohortCourse } from './cohort-course.js';
import type { Group } from './groups/group.js';
import type { CourseFacts } from './judged-course.js';
import { addedUp } from './tally/sums-builder.js';
import { NO_SUMS, forEachCell } from './tally/sums.js';
import type { Key, Sums } from './tally/sums.js';
import { COURSE_TABLES } from './tally/tally-tables.js';
import type { CourseTableName } from './tally/tally-tables.js';
import { tallyOf } from './tally/tally.js';
import type { Tally } from './tally/tally.js';

const COURSE_TABLE_NAMES = Object.keys(COURSE_TABLES) as CourseTableName[];

/** A number of courses, with the name of the group that they are. */
export class Count {
  constructor(
    /** As `groupNamed` takes it. */
    readonly group: string,
    readonly size: number,
    /** False where nobody knows who belongs into the group. */
    readonly isKnown = true,
  ) {}
}

/** Courses that are alike in what some groups ask for: that much is known of each, and how many they are. */
export interface Cell {
  facts: CourseFacts;
  n: number;
}

interface KeyedCell extends Cell {
  key: Key;
}

/** The tally of some courses, asked by groups. */
export interface Cohort {
  /** What they add up to, whatever the quarter of their start. */
  sums: Sums;
  /** Of the clinic, whatever the cohort. */
  baselines: Baselines;
  /** How many courses are still under way, by the quarter of their start; no group has them. */
  underWay: ReadonlyMap<string, number>;
  /** More points than this are a reliable change; null where the baselines give none. */
  reliableChangeThreshold: number | null;
  /** The quarters in which they and those under way started, in no order. */
  quarters: readonly string[];
  /** How many of them are in this group? */
  count: (group: Group) => Count;
  /** The cells of a group; of their facts only those are there that some group of the same table asks for. */
  cells: (group: Group) => readonly Cell[];
}

/**
 * What is to be counted of these courses?
 *
 * Input: concluded courses with totals 0-64, in any order, the baselines of the clinic's induction courses, and the courses
 * of the same filter that are still under way. Output: as of `cohortOfTally`. A start that is no calendar date throws a
 * RangeError.
 *
 * @example cohortOf([40 falling to 20, 40 falling to 21]).count(achieved('response', 'infusion-6')).size // 1
 */
export function cohortOf(
  courses: readonly CohortCourse[],
  baselines: Baselines = NO_BASELINES,
  underWay: readonly Pick<CohortCourse, 'startedOn'>[] = [],
): Cohort {
  return cohortOfTally(tallyOf(courses, underWay), baselines);
}

/**
 * What is to be counted of the courses that add up to this?
 *
 * Input: a tally, and the baselines of the clinic's induction courses. Output: the count of any group that asks for what a
 * table of the tally tells apart, and its cells, judged by the threshold of reliable change that these baselines give; any
 * other group throws a RangeError.
 */
export function cohortOfTally(tally: Tally, baselines: Baselines = NO_BASELINES): Cohort {
  const threshold = reliableChangeThreshold(baselines);
  const sums = addedUp([...tally.values()]);
  const tableOf = remembered((name: CourseTableName) => cellsIn(sums, name, factsBy(name, threshold)));
  // Whether a group holds is asked of the cells of all quarters, and not again in each of them.
  const cellsOfAll = remembered((_: string, group: Group) =>
    tableOf(tableFor(group)).filter(({ facts }) => group.holds(facts)),
  );
  const factsByKey = remembered((name: string, group: Group) => {
    return new Map(cellsOfAll(name, group).map(({ key, facts }) => [key, facts]));
  });
  const cells = remembered((name: string, group: Group): readonly Cell[] => {
    const { started } = group;
    if (started === undefined) return cellsOfAll(name, group);
    const { quarter, among } = started;
    const facts = factsByKey(among.name, among);
    return cellsIn(tally.get(quarter) ?? NO_SUMS, tableFor(among), (key) => facts.get(key));
  });
  const count = remembered((name: string, group: Group) => new Count(name, sizeOf(cells(name, group))));
  return {
    sums,
    baselines,
    underWay: new Map(Array.from(tally, ([quarter, { underWay }]) => [quarter, underWay])),
    reliableChangeThreshold: threshold,
    quarters: [...tally].filter(([, here]) => here.places.length > 0 || here.underWay > 0).map(([quarter]) => quarter),
    count: (group) => count(group.name, group),
    cells: (group) => cells(group.name, group),
  };
}

/** What is known of the courses in a cell of this table. */
function factsBy(name: CourseTableName, threshold: number | null): (key: Key) => CourseFacts {
  const { factsAt } = COURSE_TABLES[name];
  return (key) => factsAt(key, threshold) as CourseFacts;
}

/** The cells of a table of which something is known. */
function cellsIn(sums: Sums, name: CourseTableName, factsAt: (key: Key) => CourseFacts | undefined): KeyedCell[] {
  const cells: KeyedCell[] = [];
  forEachCell(sums, name, (key, n) => {
    const facts = factsAt(key);
    if (facts !== undefined) cells.push({ key, facts, n });
  });
  return cells;
}

/** The first table that tells apart what a group asks for. */
function tableFor({ name, about }: Group): CourseTableName {
  const table = COURSE_TABLE_NAMES.find((each) => about.every((fact) => COURSE_TABLES[each].facts.includes(fact)));
  if (table === undefined) throw new RangeError(`The courses of ${name} can be listed, but no tally counts them`);
  return table;
}

/** Computes each value once, by its name. */
function remembered<Name, Rest extends unknown[], Value>(
  valueOf: (name: Name, ...rest: Rest) => Value,
): (name: Name, ...rest: Rest) => Value {
  const known = new Map<Name, Value>();
  return (name, ...rest) => {
    const value = known.get(name) ?? valueOf(name, ...rest);
    known.set(name, value);
    return value;
  };
}

function sizeOf(cells: readonly Cell[]): number {
  return cells.reduce((total, { n }) => total + n, 0);
}
