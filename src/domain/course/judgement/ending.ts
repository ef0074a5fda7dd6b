import { STOP_REASONS } from '../record/stop-reasons.js';
import type { ConcludedStatus } from './status.js';

/** How a concluded course can have ended: the one table of the names and their words. */
export const ENDINGS = {
  completed: 'Completed',
  ...STOP_REASONS,
  noFurtherVisit: 'No further visit',
} as const;

export type Ending = keyof typeof ENDINGS;

/**
 * How did this course end?
 *
 * Input: its status, and the name of the reason for stopping (null: none). Output: `completed`, `noFurtherVisit` for a lost
 * course, else the reason for stopping, `unknown` where none was given.
 *
 * @example endingOf('lost', null) // 'noFurtherVisit'
 */
export function endingOf(status: ConcludedStatus, stoppedReason: string | null): string {
  if (status === 'completed') return 'completed';
  return status === 'lost' ? 'noFurtherVisit' : (stoppedReason ?? 'unknown');
}

/**
 * What do people call this ending?
 *
 * Input: the name of an ending. Output: its words; a name that is none, as of another version, is its own.
 *
 * @example endingLabel('noFurtherVisit') // 'No further visit'
 */
export function endingLabel(ending: string): string {
  return Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending as Ending] : ending;
}
