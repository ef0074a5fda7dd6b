import { COURSE_MARKS, type MarkName } from '../course/judgement/marks.js';
import type { MarksInTime } from '../course/judgement/marks-in-time.js';
import { countInFigures, counted, inWords } from '../numbers/words.js';
import type { WholeNumber } from '../numbers/number-types.js';
import { differenceOfRates, type Difference } from '../statistics/differences.js';
import { rate, type Rate } from '../statistics/rate.js';
import { isFew } from '../statistics/small-numbers.js';
import { intervalInWords } from '../statistics/words.js';

/** A concluded course with a baseline: its marks while it was under way, and what became of it. */
export interface MarkedStarter {
  readonly marks: MarksInTime;
  /** At infusion 6; false also without a score there. */
  readonly responded: boolean;
  readonly scoredAtInfusion6: boolean;
}

/** Starters that were marked so, or those that were not. */
export interface MarkSide {
  /** How many responded, of all of them. */
  readonly responded: Rate;
  /** Those without a score at infusion 6, who count as no response. */
  readonly withoutInfusion6: WholeNumber;
}

/** How often one mark was right. */
export interface MarkBacktest {
  readonly mark: MarkName;
  readonly label: string;
  /** When it is set, to follow a colon. */
  readonly rule: string;
  readonly marked: MarkSide;
  readonly notMarked: MarkSide;
  /** Of those who did not respond, how many it had marked (sensitivity). */
  readonly found: Rate;
  /** Of those who responded, how many it had marked all the same (1 - specificity). */
  readonly falseAlarms: Rate;
  /** Response of the marked minus that of the others, in percentage points. */
  readonly difference: Difference;
  /** Starters of whom it could not have been shown, with too few scores. */
  readonly notJudged: WholeNumber;
  /** What follows from it, as a sentence. */
  readonly reading: string;
}

/** The interval of a difference that chance alone does not explain is all on one side of this. */
const NONE = 0;

/**
 * How often was each mark right: did those who were marked respond less often than those who were not?
 *
 * Input: concluded courses with a baseline, each with its marks as they were while it was under way. Output: for each mark, in the
 * order of `COURSE_MARKS`, the response (0-100 %, Wilson) of those it was set on and of those it could have been set on and was not,
 * sensitivity and false alarms, the difference with Newcombe's interval, and what follows in words; that it is too few where a side
 * has under 10. A course without a score at infusion 6 did not respond, as among starters everywhere.
 *
 * Source: Newcombe RG (1998), Statistics in Medicine 17:873-890, and Wilson EB (1927), doi:10.1080/01621459.1927.10502953.
 *
 * Example: of 20 marked 4 responded, of 30 others 21. So 16 of the 25 who did not respond were found, and 4 of 25 responders were
 * marked all the same; the marked responded less often by 50 points (22 to 68).
 */
export function markBacktest(starters: readonly MarkedStarter[]): MarkBacktest[] {
  return (Object.keys(COURSE_MARKS) as MarkName[]).map((mark) => {
    const marked = starters.filter(({ marks }) => marks[mark] === true);
    const others = starters.filter(({ marks }) => marks[mark] === false);
    const [one, other] = [sideOf(marked), sideOf(others)];
    const difference = differenceOfRates(one.responded, other.responded);
    const responders = one.responded.count + other.responded.count;
    const judged = marked.length + others.length;
    const { label, rule } = COURSE_MARKS[mark];
    return {
      mark,
      label,
      rule,
      marked: one,
      notMarked: other,
      found: rate(marked.length - one.responded.count, judged - responders),
      falseAlarms: rate(one.responded.count, responders),
      difference,
      notJudged: starters.length - judged,
      reading: readingOf(marked.length, others.length, difference),
    };
  });
}

function sideOf(starters: readonly MarkedStarter[]): MarkSide {
  const responded = starters.filter((starter) => starter.responded).length;
  const scored = starters.filter(({ scoredAtInfusion6 }) => scoredAtInfusion6).length;
  return { responded: rate(responded, starters.length), withoutInfusion6: starters.length - scored };
}

function readingOf(marked: number, others: number, { difference, ci95 }: Difference): string {
  if (marked === 0) return 'Nobody was marked, so nothing can be said.';
  if (isFew(marked) || isFew(others)) {
    return `Too few to tell: ${counted(marked, 'course')} marked, ${countInFigures(others)} not.`;
  }
  const [from, to] = ci95;
  const apart = inWords(Math.abs(difference ?? 0), 0);
  if (to !== null && to < NONE) {
    return `Who was marked responded less often, by ${apart} percentage points (95 % interval ${intervalInWords([-to, -from], 0)}).`;
  }
  if (from !== null && from > NONE) {
    return `Who was marked responded more often, by ${apart} percentage points (95 % interval ${intervalInWords(ci95, 0)}): here it does not find who needs a look.`;
  }
  return 'Marked or not, chance alone can explain the difference in response.';
}
