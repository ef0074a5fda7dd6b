import type { Id } from '../id.js';

/** Why a publication as a whole can't be: too few courses, or another publication that it must not be compared with. */
export interface Refusal {
  /**
   * `threshold`: too few starters; `differencing`: with an earlier publication something of 1 to 10 patients could be
   * computed.
   */
  rule: 'threshold' | 'differencing';
  /** Ids of the earlier publications that it clashes with; none when it has too few courses by itself. */
  otherPublicationIds: Id[];
  /** In words that a director understands. */
  reason: string;
}
