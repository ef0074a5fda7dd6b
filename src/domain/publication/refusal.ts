/** Why a draft can't be published as it is. */
export interface Refusal {
  /**
   * `period`: it does not begin and end with closed groups; `cohort`: it neither lies in what is public nor is apart from it;
   * `figures`: it asks for what is never public.
   */
  rule: 'period' | 'cohort' | 'figures';
  /** In words that a director understands. */
  reason: string;
  /** Periods near the one asked for that can be published. */
  periods: string[];
}
