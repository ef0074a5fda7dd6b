/** What a list of courses is narrowed down to by their state. */
export const ANY_STATE = { value: '', label: 'any' } as const;

export const CONCLUDED_STATES = [
  { value: 'completed', label: 'completed' },
  { value: 'stopped', label: 'stopped' },
  { value: 'lost', label: 'no further visit' },
] as const;
