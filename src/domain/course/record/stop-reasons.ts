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
