export interface ProblemTypeResponse {
  /** @example "/problems/stale-version" */
  type: string;
  /** @example "Somebody changed it first" */
  title: string;
  /** @integer @example 412 */
  status: number;
  /** @example "If-Match or If-None-Match no longer holds." */
  meaning: string;
}
