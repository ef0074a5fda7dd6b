import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { parseSlot, slotLabel, type SlotName } from '../../../domain/course/record/slots';
import { api, bodyOf } from '../../api/client';
import { ApiProblem } from '../../api/problem';
import { DialogForm, FormDialog } from '../../components/form-dialog';
import { ProblemNotice } from '../../components/problem-notice';
import { useRefreshCare } from './changes';
import { Confirmation, useWarnings, warningsOf } from './confirmation';
import { useDialogDraft } from '../../components/dialog-draft';
import { laterSlotOf, nameOf, requestOf, visitsDraft } from './entry';
import type { Entry, EntryKind, Recorded } from './entry';
import { EntryConflict } from './entry-conflict';
import { ENTRY_POINTERS, EntryFields } from './entry-fields';

interface Props {
  courseId: string;
  chartNumber: string;
  entry: Entry | null;
  onClose: () => void;
  /** Says what was saved. */
  onSaved: (words: string) => void;
}

/** Records a score or a missed visit, amends it, or takes it back, without leaving the page. */
export function EntryDialog({ entry, onClose, ...rest }: Props) {
  return (
    <FormDialog
      title={entry ? `${rest.chartNumber}: ${titleOf(entry)}` : ''}
      opened={entry !== null}
      kept={
        entry
          ? {
              draft: `${visitsDraft(rest.courseId)} ${nameOf(entry)}`,
              seen: entry.recorded?.version ?? null,
            }
          : undefined
      }
      onClose={onClose}
    >
      {entry && <EntryForm entry={entry} onClose={onClose} {...rest} />}
    </FormDialog>
  );
}

const SUBMIT: Record<EntryKind, string> = {
  score: 'Save the score',
  missed: 'Save as missed',
  'take-back': 'Take it back',
};

interface FormProps extends Omit<Props, 'entry'> {
  entry: Entry;
}

function EntryForm({ courseId, chartNumber, entry, onClose, onSaved }: FormProps) {
  const { record, base, warnings, amend } = useRecording(courseId, entry, (slot) => {
    onSaved(`Saved: ${chartNumber}, ${slotLabel(slot)}.`);
    onClose();
  });
  const { error } = record;
  return (
    <DialogForm
      submit={SUBMIT[entry.kind]}
      pending={record.isPending}
      onSubmit={(form) => record.mutate(form)}
      onCancel={onClose}
    >
      {isStale(error) && record.variables && (
        <EntryConflict
          theirs={currentOf(error)}
          mine={record.variables}
          onKeep={onClose}
          onAmend={() => amend(currentOf(error))}
        />
      )}
      <EntryFields entry={entry} base={base} error={error} />
      <Confirmation error={error} warnings={warnings} label="Why is it right all the same?" />
      {error && !isStale(error) && warningsOf(error).length === 0 && (
        <ProblemNotice error={error} shown={ENTRY_POINTERS} />
      )}
    </DialogForm>
  );
}

/** Sends an entry over the version that was seen; the same entry sent twice is recorded once. */
function useRecording(courseId: string, entry: Entry, onSaved: (slot: SlotName) => void) {
  const { before } = useDialogDraft();
  const [base, setBase] = useState(entry.recorded);
  // What was typed before goes over the version that was seen then, and no later one.
  const [seen, setSeen] = useState(before ? before.seen : (base?.version ?? null));
  const [warnings, noteWarnings] = useWarnings();
  const refresh = useRefreshCare();
  const record = useMutation({
    mutationFn: async (form: FormData) => {
      const slot = entry.slot ?? laterSlotOf(form);
      const header = seen === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${seen}"` };
      const path = { courseId, slot };
      const body = requestOf(entry.kind, form);
      return bodyOf(api.PUT('/v1/courses/{courseId}/assessments/{slot}', { params: { path, header }, body }));
    },
    onSuccess: ({ slot }) => onSaved(parseSlot(slot) ?? 'post-series'),
    onError: noteWarnings,
    onSettled: refresh,
  });
  const amend = (current: Recorded | null) => {
    setBase(current);
    setSeen(current?.version ?? null);
    record.reset();
  };
  return { record, base, warnings, amend };
}

function isStale(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.type === 'stale-version';
}

function currentOf({ problem }: ApiProblem): Recorded | null {
  return (problem.current ?? null) as Recorded | null;
}

function titleOf({ kind, slot, recorded }: Entry): string {
  const visit = slot === null ? 'after the series' : slotLabel(slot);
  if (kind === 'take-back') return `take back ${visit}`;
  if (kind === 'missed') return `${visit} was missed`;
  return recorded === null || recorded.state === 'entered-in-error' ? `score at ${visit}` : `amend ${visit}`;
}
