/**
 * One rule that a value broke, in words a receptionist understands.
 *
 * Checks return all faults at once as a list; the empty list means nothing is wrong.
 */
export interface Fault {
  /** Stable name of the rule, for programs and translations. */
  readonly rule: string;
  /** What is wrong and what would be right, as a full sentence. */
  readonly message: string;
  /** Where in the checked value, as a JSON pointer; left out when it is the value itself. */
  readonly path?: string;
}
