import { INFUSION_NUMBERS } from '../../course/record/slots.js';
import type { InfusionNumber } from '../../course/record/slots.js';
import { MAX_TOTAL } from '../../cudos/score.js';
import { changeBetween } from '../judged-course.js';
import type { CountedFacts, CourseFact, CourseFacts } from '../judged-course.js';
import { forEachName } from '../outcomes.js';

/** A table whose cells are courses. */
export type CourseTableName = ScoreTableName | OpenTableName | 'change' | 'last' | 'postSeries' | 'firstResponse';
/** A table of which nobody knows how many keys it can have. */
export type OpenTableName = 'endings' | 'days';
export type SizedTableName = Exclude<CourseTableName, OpenTableName>;
type ScoreTableName = `score${InfusionNumber}`;

/** What is told apart in a table, and how it is written in a key. Who can't be in a group that asks for these facts is left out. */
interface CourseTable {
  facts: readonly CourseFact[];
  /** Where keys are numbers from 0: how many there can be. */
  size?: number;
  /** Null: the course is not in the table. */
  keyOf: (course: CountedFacts) => string | number | null;
  factsAt: (key: number | string, threshold: number | null) => Partial<CourseFacts>;
}

interface SizedTable extends CourseTable {
  size: number;
  keyOf: (course: CountedFacts) => number | null;
}

/** No score, among the scores. */
const NONE = MAX_TOTAL + 1;
const CODES = NONE + 1;
const PAIRS = CODES * CODES;

/** Among which courses a score of an infusion is looked at. */
const WITHOUT_BASELINE = { isStarter: false, response: null, hasPostSeries: false };
const STANDINGS = [
  WITHOUT_BASELINE,
  { isStarter: true, response: null, hasPostSeries: false },
  { isStarter: true, response: false, hasPostSeries: false },
  { isStarter: true, response: true, hasPostSeries: false },
  { isStarter: true, response: false, hasPostSeries: true },
  { isStarter: true, response: true, hasPostSeries: true },
] as const;

const scoreTables = forEachName(
  INFUSION_NUMBERS.map((infusion): ScoreTableName => `score${infusion}`),
  (name) => scoreTable(`score-${Number(name.slice(-1)) as InfusionNumber}`),
);

/** The tables whose keys are numbers. */
export const SIZED_TABLES: Readonly<Record<SizedTableName, SizedTable>> = {
  change: {
    facts: ['isStarter', 'baseline', 'infusion-6', 'response', 'reliableChange'],
    size: PAIRS,
    keyOf: (course) => pairCode(course.baseline, course['infusion-6']),
    factsAt: (key, threshold) => changeAt(Number(key), threshold),
  },
  last: pairTable('last-observed', {}),
  postSeries: pairTable('post-series', { hasPostSeries: true }),
  ...scoreTables,
  firstResponse: {
    facts: ['isStarter', 'firstResponse'],
    size: 2 * (INFUSION_NUMBERS.length + 1),
    keyOf: ({ isStarter, firstResponse: { time, event } }) => (isStarter ? 2 * time + (event ? 1 : 0) : null),
    factsAt: (key) => ({
      isStarter: true,
      firstResponse: { time: Math.floor(Number(key) / 2), event: Number(key) % 2 === 1 },
    }),
  },
};

/** The tables of courses; a group is counted in the first that knows what it asks for. */
export const COURSE_TABLES: Readonly<Record<CourseTableName, CourseTable>> = {
  ...SIZED_TABLES,
  endings: {
    facts: ['isStarter', 'lastScored', 'ending'],
    keyOf: ({ isStarter, lastScored, ending }) => `${isStarter ? 1 : 0}${lastScored} ${ending}`,
    factsAt: (key) => {
      const text = String(key);
      return { isStarter: text.startsWith('1'), lastScored: Number(text[1]), ending: text.slice(3) };
    },
  },
  days: {
    facts: ['daysToInfusion6'],
    keyOf: ({ daysToInfusion6 }) => daysToInfusion6,
    factsAt: (key) => ({ daysToInfusion6: Number(key) }),
  },
};

/** @param more What else is known of all courses in the table. */
function pairTable(endpoint: 'last-observed' | 'post-series', more: { hasPostSeries?: true }): SizedTable {
  return {
    facts: ['isStarter', 'baseline', endpoint, ...(Object.keys(more) as CourseFact[])],
    size: PAIRS,
    keyOf: ({ baseline, [endpoint]: total }) => (total === null ? null : pairCode(baseline, total)),
    factsAt: (key) => {
      const [baseline, total] = pairAt(Number(key));
      return { isStarter: true, baseline, [endpoint]: total, ...more };
    },
  };
}

function scoreTable(fact: `score-${InfusionNumber}`): SizedTable {
  return {
    facts: ['isStarter', 'response', 'hasPostSeries', fact],
    size: STANDINGS.length * CODES,
    keyOf: (course) => {
      const { [fact]: score } = course;
      return score === null ? null : standingOf(course) * CODES + scoreCode(score);
    },
    factsAt: (key) => ({
      ...(STANDINGS[Math.floor(Number(key) / CODES)] ?? WITHOUT_BASELINE),
      [fact]: Number(key) % CODES,
    }),
  };
}

/** The place among `STANDINGS`. */
function standingOf({ isStarter, response, hasPostSeries }: CountedFacts): number {
  if (!isStarter) return 0;
  if (response === null) return 1;
  return 2 + (response ? 1 : 0) + (hasPostSeries ? 2 : 0);
}

function changeAt(code: number, threshold: number | null): Partial<CourseFacts> {
  const [baseline, sixth] = pairAt(code);
  return {
    isStarter: baseline !== null,
    baseline,
    'infusion-6': sixth,
    ...changeBetween(baseline, sixth, threshold),
  };
}

/** One number for two totals, each 0-64 or null. */
function pairCode(one: number | null, other: number | null): number {
  return scoreCode(one) * CODES + scoreCode(other);
}

function pairAt(code: number): [number | null, number | null] {
  return [scoreAt(Math.floor(code / CODES)), scoreAt(code % CODES)];
}

function scoreCode(score: number | null): number {
  if (score === null) return NONE;
  if (!Number.isInteger(score) || score < 0 || score > MAX_TOTAL) {
    throw new RangeError(`${score} is no total of 0-${MAX_TOTAL}`);
  }
  return score;
}

function scoreAt(code: number): number | null {
  return code === NONE ? null : code;
}
