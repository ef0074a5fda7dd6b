/** Why a course ended before its sixth infusion, in the words a clinic would choose from. */
export const STOP_REASONS = {
  noBenefit: 'No benefit felt',
  sideEffects: 'Side effects',
  better: 'Felt well enough',
  cost: 'Cost or insurance',
  moved: 'Moved away',
  medicalReason: 'Medical reason',
  patientChoice: 'Patient’s choice',
  lostToFollowUp: 'Lost to follow-up',
  other: 'Other reason',
  unknown: 'Not known',
} as const;
export type StopReason = keyof typeof STOP_REASONS;

/** Why a planned visit has no score. */
export const MISSED_REASONS = {
  illness: 'Ill on the day',
  noShow: 'Did not come',
  rescheduled: 'Rescheduled',
  notAsked: 'Not asked by the clinic',
  declined: 'Declined to answer',
  technical: 'Technical problem',
  other: 'Other reason',
  unknown: 'Not known',
} as const;
export type MissedReason = keyof typeof MISSED_REASONS;

/**
 * Which reason for stopping does this text name?
 *
 * Input: any text. Output: the reason, or null when the text is not exactly one of the keys of
 * `STOP_REASONS`; it never guesses from similar words.
 *
 * @example parseStopReason('sideEffects') // 'sideEffects'
 * @example parseStopReason('toString') // null
 */
export function parseStopReason(text: string): StopReason | null {
  return Object.hasOwn(STOP_REASONS, text) ? (text as StopReason) : null;
}
