import { useState } from 'react';
import { useDrafts } from '../../components/drafts';
import type { Assessment } from '../../entries/entry';
import { valuesOf, type FormValues } from './form-values';

/** Values that were typed, and the version of the slot that was seen while typing; null where it was empty. */
interface FormDraft {
  seen: number | null;
  values: FormValues;
}

export interface DraftedForm {
  values: FormValues;
  seen: number | null;
  /** Was anything typed that is not saved? */
  changed: boolean;
  /** Was it typed before this page was opened? */
  restored: boolean;
  change: (part: Partial<FormValues>) => void;
  discard: () => void;
  /** Takes back what waited to be sent, typed over this version. */
  takeBack: (values: FormValues, seen: number | null) => void;
  /** Goes on with what was typed, as an amendment of what is recorded by now. */
  takeUp: () => void;
}

/** What a person types into the form of a slot: kept at every key, and shown again after a reload or a new sign-in. */
export function useFormDraft(
  slot: { courseId: string; slot: string },
  recorded: Assessment | null,
  day: string,
): DraftedForm {
  const drafts = useDrafts();
  const key = `form ${slot.courseId} ${slot.slot}`;
  const [draft, setDraft] = useState(() => drafts.read<FormDraft>(key));
  const [restored, setRestored] = useState(draft !== null);
  const current = recorded?.version ?? null;
  const values = draft?.values ?? valuesOf(recorded, day);
  const seen = draft ? draft.seen : current;

  const keep = (next: FormDraft) => {
    drafts.keep(key, next);
    setDraft(next);
  };
  const discard = () => {
    drafts.drop(key);
    setDraft(null);
    setRestored(false);
  };
  return {
    values,
    seen,
    changed: draft !== null,
    restored,
    change: (part) => keep({ seen, values: { ...values, ...part } }),
    discard,
    takeBack: (waited, over) => keep({ seen: over, values: waited }),
    takeUp: () => keep({ seen: current, values }),
  };
}
