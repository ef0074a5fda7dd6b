import { ITEM_COUNT } from '../../../domain/cudos/items';
import type { Schemas } from '../../api/client';

/** What one types into a form. */
export interface FormValues {
  /** In the order of the items; null where nothing was ticked. */
  answers: (number | null)[];
  /** Calendar date on which the patient answered. */
  assessedOn: string;
  note: string;
  amendmentReason: string;
  overrideReason: string;
}

const EMPTY: FormValues['answers'] = Array.from({ length: ITEM_COUNT }, () => null);

/** What the form begins with: what is recorded, or nothing and the day that is proposed. */
export function valuesOf(recorded: Schemas['AssessmentResponse'] | null, day: string): FormValues {
  return {
    answers: recorded?.answers ?? EMPTY,
    assessedOn: recorded?.assessedOn ?? day,
    note: recorded?.note ?? '',
    amendmentReason: '',
    overrideReason: '',
  };
}

/** The body that records these values. */
export function requestOf(values: FormValues): Schemas['AssessmentRequest'] {
  const { answers, assessedOn, note, amendmentReason, overrideReason } = values;
  return {
    state: 'scored',
    answers,
    assessedOn: assessedOn || null,
    note: note.trim() || null,
    amendmentReason: amendmentReason.trim() || null,
    overrideReason: overrideReason.trim() || null,
  };
}
