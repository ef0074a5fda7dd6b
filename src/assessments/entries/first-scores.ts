import type { Course } from '../../courses/course.entity.js';
import { daysBetween } from '../../domain/calendar/calendar.js';
import { infusionNumber } from '../../domain/course/record/slots.js';
import type { FirstEntry } from './first-entries.js';

/** The columns of a course for what its entries come to. */
export type CourseScores = Pick<
  Course,
  | 'score1'
  | 'score2'
  | 'score3'
  | 'score4'
  | 'score5'
  | 'score6'
  | 'postSeries'
  | 'sixthMissed'
  | 'daysToInfusion6'
  | 'lastEntryOn'
  | 'entries'
>;

const SCORES = ['score1', 'score2', 'score3', 'score4', 'score5', 'score6'] as const;

/**
 * What the first entries of a new course come to, so that they are written with it: bringing the columns up to date after it,
 * as other writes do, would write every course twice.
 */
export function scoresOfFirst(entries: readonly FirstEntry[]): CourseScores {
  const scores: CourseScores = { sixthMissed: false, lastEntryOn: null, entries: entries.length };
  const days: (string | null)[] = [];
  for (const { slot, state, total, assessedOn } of entries) {
    const infusion = infusionNumber(slot);
    const column = infusion === null ? null : SCORES[infusion - 1];
    if (column) scores[column] = total;
    if (infusion !== null && total !== null) days[infusion] = assessedOn;
    if (slot === 'post-series') scores.postSeries = total;
    if (slot === 'infusion-6' && state === 'missed') scores.sixthMissed = true;
    if (assessedOn !== null && assessedOn > (scores.lastEntryOn ?? '')) scores.lastEntryOn = assessedOn;
  }
  const [, first, , , , , sixth] = days;
  if (first && sixth) scores.daysToInfusion6 = daysBetween(first, sixth);
  return scores;
}
