import { MISSED_REASONS, type MissedReason } from '../../../../domain/course/record/stop-reasons.js';
import { OVERRIDE_REASONS } from '../../../entries/override-reasons';

/** One line of a short list, chosen by its key. */
export interface KeyedChoice<T> {
  key: string;
  label: string;
  value: T;
  /** What to type before it is chosen; left out where nothing is asked. */
  asks?: string;
}

// Letters, because digits may still be meant for the next score.
export const AMENDMENT_CHOICES: KeyedChoice<string>[] = [
  ...['Typing error', 'Wrong patient', 'Misread on the form', 'Patient corrected it'].map(byLetter),
  { key: 'o', label: 'Another reason', value: '', asks: 'Why is it amended?' },
];

export const OVERRIDE_CHOICES: KeyedChoice<string>[] = [
  ...OVERRIDE_REASONS.map(byLetter),
  { key: 'o', label: 'Another reason', value: '', asks: 'Why is it right?' },
];

export const MISSED_CHOICES: KeyedChoice<MissedReason>[] = Object.entries(MISSED_REASONS).map(([value, label], at) => ({
  key: String(at + 1),
  label,
  value: value as MissedReason,
  ...(value === 'other' ? { asks: 'What was the reason?' } : {}),
}));

function byLetter(label: string): KeyedChoice<string> {
  return { key: label.charAt(0).toLowerCase(), label, value: label };
}
