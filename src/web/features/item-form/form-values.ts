import { ITEM_COUNT } from '../../../domain/cudos/items';
import { formEntry, type Assessment } from '../../entries/entry';
import type { EntryWrite } from '../../entries/put-entry';

/** What a person types into a form. */
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

/** What the form begins with: the answers that are recorded, or none, and the day that is proposed. */
export function valuesOf(recorded: Assessment | null, day: string): FormValues {
  return {
    answers: recorded?.answers ?? EMPTY,
    assessedOn: day,
    note: recorded?.note ?? '',
    amendmentReason: '',
    overrideReason: '',
  };
}

/** The values that a write was made of. */
export function valuesIn({ entry, amendmentReason, overrideReason }: EntryWrite): FormValues {
  return {
    answers: entry.answers ?? EMPTY,
    assessedOn: entry.assessedOn ?? '',
    note: entry.note ?? '',
    amendmentReason: amendmentReason ?? '',
    overrideReason: overrideReason ?? '',
  };
}

/** The entry that saves these values. */
export function formWrite(values: FormValues): EntryWrite {
  const { answers, assessedOn, note, amendmentReason, overrideReason } = values;
  return {
    entry: formEntry(answers, { assessedOn: assessedOn || null, note: note.trim() || null }),
    amendmentReason: amendmentReason.trim() || null,
    overrideReason: overrideReason.trim() || null,
  };
}
