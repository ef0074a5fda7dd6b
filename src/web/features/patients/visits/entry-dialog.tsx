import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { slotLabel, type SlotName } from '../../../../domain/course/record/slots';
import { followUpOn } from '../../../../domain/course/rules/follow-up-week';
import { warningsOf } from '../../../api/problem';
import { fieldOf } from '../../../components/form';
import { DialogForm, FormDialog } from '../../../components/dialogs/form-dialog';
import { ProblemNotice } from '../../../components/problem-notice';
import { useRefreshCare } from '../../../api/refresh-care';
import { Confirmation, useWarnings } from '../confirmation';
import { useDialogDraft } from '../../../components/dialogs/dialog-draft';
import type { Assessment } from '../../../entries/entry';
import { useSaveOrKeep } from '../../../entries/outbox/use-outbox';
import { conflictOf } from '../../../entries/put-entry';
import { actionName, actionWrite, laterSlotOf, visitsDraft, type VisitAction } from './visit-action';
import { EntryConflict } from './entry-conflict';
import { RecordedAlready } from './recorded-already';
import { ENTRY_POINTERS, EntryFields } from './entry-fields';

interface Props {
  courseId: string;
  chartNumber: string;
  action: VisitAction | null;
  onClose: () => void;
  /** Says what was saved. */
  onSaved: (words: string) => void;
}

/** Records a score or a missed visit, amends it, or takes it back, without leaving the page. */
export function EntryDialog({ action, onClose, ...rest }: Props) {
  return (
    <FormDialog
      title={action ? `${rest.chartNumber}: ${titleOf(action)}` : ''}
      opened={action !== null}
      kept={
        action
          ? {
              draft: `${visitsDraft(rest.courseId)} ${actionName(action)}`,
              seen: action.recorded?.version ?? null,
            }
          : undefined
      }
      onClose={onClose}
    >
      {action && <EntryForm action={action} onClose={onClose} {...rest} />}
    </FormDialog>
  );
}

const SUBMIT: Record<VisitAction['kind'], string> = {
  score: 'Save the score',
  missed: 'Save as missed',
  'take-back': 'Take it back',
};

interface FormProps extends Omit<Props, 'action'> {
  action: VisitAction;
}

function EntryForm({ courseId, chartNumber, action, onClose, onSaved }: FormProps) {
  const { record, base, warnings, amend } = useRecording(courseId, action, (slot, isKept) => {
    const of = `${chartNumber}, ${slotLabel(slot)}.`;
    onSaved(isKept ? `Kept on this device: ${of} It is saved when the connection is back.` : `Saved: ${of}`);
    onClose();
  });
  const { error } = record;
  const theirs = conflictOf(error);
  const form = record.variables?.form;
  return (
    <DialogForm
      submit={SUBMIT[action.kind]}
      pending={record.isPending}
      onSubmit={(form) => record.mutate({ form })}
      onCancel={onClose}
    >
      {theirs && form && action.slot === null && base === null && (
        <RecordedAlready
          theirs={theirs}
          followUp={followUpOf(action, form)}
          onFollowUp={(slot) => record.mutate({ form, slot })}
          onKeep={onClose}
          onAmend={() => amend(theirs)}
        />
      )}
      {theirs !== undefined && form && (action.slot !== null || base !== null || theirs === null) && (
        <EntryConflict theirs={theirs} mine={form} onKeep={onClose} onAmend={() => amend(theirs)} />
      )}
      <EntryFields action={action} base={base} error={error} />
      <Confirmation error={error} warnings={warnings} label="Why is it right all the same?" />
      {error && theirs === undefined && warningsOf(error).length === 0 && (
        <ProblemNotice error={error} shown={ENTRY_POINTERS} />
      )}
    </DialogForm>
  );
}

interface Sent {
  form: FormData;
  /** Another visit than the one that was chosen in the form. */
  slot?: SlotName;
}

/** Saves what is typed over the version that the person saw. */
function useRecording(courseId: string, action: VisitAction, onSaved: (slot: SlotName, isKept: boolean) => void) {
  const { before } = useDialogDraft();
  const [base, setBase] = useState(action.recorded);
  // What was typed before goes over the version that was seen then, and no later one.
  const [seen, setSeen] = useState(before ? before.seen : (base?.version ?? null));
  const [warnings, noteWarnings] = useWarnings();
  const refresh = useRefreshCare();
  const save = useSaveOrKeep();
  const record = useMutation({
    mutationFn: async ({ form, slot: chosen }: Sent) => {
      const slot = chosen ?? action.slot ?? laterSlotOf(form);
      return { slot, saved: await save({ courseId, slot }, actionWrite(action.kind, form), seen) };
    },
    onSuccess: ({ slot, saved }) => onSaved(slot, saved === null),
    onError: noteWarnings,
    onSettled: refresh,
  });
  const amend = (current: Assessment | null) => {
    setBase(current);
    setSeen(current?.version ?? null);
    record.reset();
  };
  return { record, base, warnings, amend };
}

/** The follow-up that the typed day is of, where the form says another score after the series. */
function followUpOf({ series }: VisitAction, form: FormData): SlotName | null {
  const slot = followUpOn(series?.endedOn ?? null, fieldOf(form, 'assessedOn'));
  return slot === (fieldOf(form, 'later') === 'post-series' ? null : laterSlotOf(form)) ? null : slot;
}

function titleOf({ kind, slot, recorded }: VisitAction): string {
  const visit = slot === null ? 'after the series' : slotLabel(slot);
  if (kind === 'take-back') return `take back ${visit}`;
  if (kind === 'missed') return `${visit} was missed`;
  return recorded === null || recorded.state === 'entered-in-error' ? `score at ${visit}` : `amend ${visit}`;
}
