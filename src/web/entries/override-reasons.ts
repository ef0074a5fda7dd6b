/** Why an unusual score is right all the same, for who has looked. */
export const OVERRIDE_REASONS = ['Checked on the form', 'Asked the patient again'] as const;

/** Why an entry is amended that was taken back before. */
export const RECORDED_AGAIN = 'Recorded again after it was taken back';
