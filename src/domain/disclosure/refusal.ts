/** Why a publication as a whole can't be: too few courses, or another publication that it must not be compared with. */
export interface Refusal {
  rule: 'threshold' | 'differencing';
  /** Ids of the earlier publications that it clashes with; none when it has too few courses by itself. */
  otherPublicationIds: string[];
  /** In words that a director understands. */
  reason: string;
}
