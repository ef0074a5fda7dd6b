import { daysBetween } from '../../calendar/calendar.js';
import type { DatedScore } from '../record/course-record.js';
import { slotLabel, type SlotName } from '../record/slots.js';
import type { Warning } from './warning.js';
import { counted } from '../../numbers/words.js';

/** Until a course has shown its own spread, its scores are taken to move by 9 points from visit to visit: as if two had. */
const EXPECTED = { points: 9, weight: 2 };

/** Beyond so many times its spread, a change is more likely a typing error than a change. */
const TIMES = 3;

/** Without a change of its own to compare with: a fall to less than this share of a score so few days before, as a lost digit makes it. */
const LOST_DIGIT = { share: 0.25, withinDays: 7 };

/**
 * Is this score unlike the others of its course?
 *
 * Input: the totals of a course in the order of its visits, and a slot. Output: one warning where the score is further
 * from the score before it than 3 times the course's own spread; empty where it is not, and for the first score: the first
 * response is often the largest change of all, and says nothing against the baseline. The spread, in points, is the root mean square of the changes from visit to
 * visit of all other scores, d1 … dk, with an expectation of 9 points that counts as two of them:
 * sqrt((2 x 9^2 + d1^2 + … + dk^2) / (2 + k)). A calm course so asks early and a restless one late. Where there is no other
 * change (k = 0), 3 x 9 = 27 points are not enough, as a first response may be as large: the score must also have
 * fallen below a quarter of one of the last 7 days.
 *
 * Source: the weighting is that of a normal model with a known mean of 0 and a scaled inverse chi-squared prior of the
 * variance with 2 degrees of freedom (Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., section 2.6). The 9 points,
 * the factor and the quarter are our choice; a person confirms with one key what is right all the same.
 *
 * @example unlikeOwnCourse([34, 32, 2 at infusions 1-3], 'infusion-3').length
 * // 1: sqrt((162 + 2^2) / 3) = 7.44, so that 22.3 points are asked about, and these are 30
 */
export function unlikeOwnCourse(scores: readonly DatedScore[], slot: SlotName): Warning[] {
  const place = scores.findIndex((score) => score.slot === slot);
  const score = scores[place];
  const other = scores[place - 1];
  if (score === undefined || other === undefined) return [];
  const changes = changesBetween(scores.filter((one) => one !== score));
  const points = Math.abs(score.total - other.total);
  const isBeyond = points > TIMES * spreadOf(changes);
  if (!isBeyond || (changes.length === 0 && !hasLostDigit(other, score))) return [];
  const message =
    `${score.total} at ${slotLabel(score.slot)} is ${counted(points, 'point')} from ${other.total} at ${slotLabel(other.slot)}, ` +
    `much more than this course moves from visit to visit. Check the score.`;
  return [{ rule: 'unlike-own-course', message }];
}

function hasLostDigit(earlier: DatedScore, later: DatedScore): boolean {
  const days = daysBetween(earlier.assessedOn, later.assessedOn);
  return days <= LOST_DIGIT.withinDays && later.total < earlier.total * LOST_DIGIT.share;
}

function changesBetween(scores: readonly DatedScore[]): number[] {
  return scores.slice(1).map(({ total }, at) => total - (scores[at]?.total ?? total));
}

function spreadOf(changes: readonly number[]): number {
  const { points, weight } = EXPECTED;
  const squares = changes.reduce((sum, change) => sum + change ** 2, weight * points ** 2);
  return Math.sqrt(squares / (weight + changes.length));
}
