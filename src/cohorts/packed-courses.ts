import { setImmediate } from 'node:timers/promises';
import { endingOf } from '../domain/course/judgement/ending.js';
import { isConcluded, statusBy } from '../domain/course/judgement/status.js';
import { LAST_INFUSION } from '../domain/course/record/slots.js';
import { SumsBuilder } from '../domain/cohort/tally/sums-builder.js';
import type { Sums } from '../domain/cohort/tally/sums.js';
import type { Tally } from '../domain/cohort/tally/tally.js';
import { SCORE_BASE, type PackedCourses } from './cohort.repository.js';

/** Milliseconds for which other requests may have to wait. */
const TURN = 5;
/** Courses between two looks at the clock: before the code is compiled, so many take two milliseconds. */
const BATCH = 100;
/** Digits are taken from two whole numbers of 32 bits, which is faster: three from the first, four from the last. */
const LAST_DIGITS = SCORE_BASE ** 4;

/** What the courses of a filter add up to, one quarter after the other; others have their turn in between. */
export async function tallyOfPacked(alike: readonly PackedCourses[]): Promise<Tally> {
  const tally = new Map<string, Sums>();
  let until = performance.now() + TURN;
  for (const quarter of new Set(alike.map((courses) => courses.quarter))) {
    const steps = quarterAddedUp(tally, quarter, alike);
    while (steps.next().done !== true) {
      if (performance.now() < until) continue;
      await setImmediate();
      until = performance.now() + TURN;
    }
  }
  return tally;
}

/** Adds up a quarter, one batch a step. */
function* quarterAddedUp(
  tally: Map<string, Sums>,
  quarter: string,
  alike: readonly PackedCourses[],
): Generator<undefined> {
  const builder = new SumsBuilder();
  for (const courses of alike) if (courses.quarter === quarter) yield* addedIn(builder, courses);
  tally.set(quarter, builder.sums());
  yield;
}

/** Adds some courses, one batch a step. */
function* addedIn(builder: SumsBuilder, alike: PackedCourses): Generator<undefined> {
  const endings = endingsOf(alike);
  const days = wholeNumbersIn(alike.days);
  let added = 0;
  for (const code of wholeNumbersIn(alike.courses)) {
    const { scores, postSeries } = unpacked(code ?? 0);
    const ending = scores[LAST_INFUSION - 1] === null ? endings.unscored : endings.scored;
    const daysToInfusion6 = days.next().value ?? null;
    if (ending === null) builder.addUnderWay(1);
    else builder.add({ scores, postSeries, daysToInfusion6, ending });
    added += 1;
    if (added % BATCH === 0) yield;
  }
}

/** How these courses ended, with and without a total at infusion 6; null where they are under way. */
function endingsOf({ sixthMissed, stoppedReason, silent }: PackedCourses) {
  const facts = { sixthMissed, stopped: stoppedReason !== null, silent };
  const endingWith = (sixthTotal: number | null) => {
    const status = statusBy({ ...facts, sixthTotal });
    return isConcluded(status) ? endingOf(status, stoppedReason) : null;
  };
  return { scored: endingWith(0), unscored: endingWith(null) };
}

const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;

/** The numbers between the commas; null where there is none. */
function* wholeNumbersIn(list: string): Generator<number | null, undefined> {
  let [number, sign]: [number | null, number] = [null, 1];
  for (let at = 0; at <= list.length; at += 1) {
    const code = at === list.length ? COMMA : list.charCodeAt(at);
    if (code === COMMA) {
      yield number === null ? null : sign * number;
      [number, sign] = [null, 1];
    } else if (code === MINUS) sign = -1;
    else number = (number ?? 0) * 10 + code - ZERO;
  }
}

function unpacked(code: number) {
  const first = Math.floor(code / LAST_DIGITS);
  const last = code - first * LAST_DIGITS;
  const scores = [scoreAt(first, 2), scoreAt(first, 1), scoreAt(first, 0)];
  scores.push(scoreAt(last, 3), scoreAt(last, 2), scoreAt(last, 1));
  return { scores, postSeries: scoreAt(last, 0) };
}

/** @param place Of the digit, from the right. */
function scoreAt(code: number, place: number): number | null {
  const digit = Math.floor(code / SCORE_BASE ** place) % SCORE_BASE;
  return digit === SCORE_BASE - 1 ? null : digit;
}
