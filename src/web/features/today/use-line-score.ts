import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { checkTotal } from '../../../domain/cudos/score';
import { warningsOf } from '../../api/problem';
import { useRefreshCare } from '../../api/refresh-care';
import { useDrafts } from '../../components/drafts';
import { entryOf, totalEntry } from '../../entries/entry';
import { RECORDED_AGAIN } from '../../entries/override-reasons';
import { conflictOf, putEntry } from '../../entries/put-entry';
import { useClosingWarning } from '../../session/closing-warning';
import type { Line } from './lines';

const CONFLICT = 'Somebody else recorded something here meanwhile.';

/** The score that is typed in a line: kept on the device until the service has saved it, and saved by Enter or “Save” alone. */
export function useLineScore(line: Line, today: string, onSaved: (words: string) => void) {
  const drafts = useDrafts();
  const draft = `today ${line.courseId} ${line.slot}`;
  const [text, setText] = useState(() => drafts.read<string>(draft) ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const save = useSaving(line, today, (words, isSaved) => {
    if (isSaved) drafts.drop(draft);
    onSaved(words);
  });
  useClosingWarning(() => text !== '' && !save.isSuccess);

  const type = (typed: string) => {
    setText(typed);
    setFault(null);
    save.reset();
    if (typed === '') drafts.drop(draft);
    else drafts.keep(draft, typed);
  };
  /** True where it goes to the service. */
  const submit = (overrideReason: string | null = null): boolean => {
    const { total, message } = totalIn(text);
    setFault(message);
    if (total === null) return false;
    if (!save.isPending) save.mutate({ total, overrideReason });
    return true;
  };
  const { error, isPending, isSuccess: isSaved } = save;
  return {
    ...{ text, type, submit, isPending, isSaved },
    message: fault ?? (error && wordsOf(error)),
    asksReason: warningsOf(error).length > 0,
    isConflict: conflictOf(error) !== undefined,
  };
}

function useSaving(line: Line, today: string, onEnd: (words: string, isSaved: boolean) => void) {
  const { courseId, slot, recorded, chartNumber, label, assessedOn } = line;
  const refresh = useRefreshCare();
  const of = `${chartNumber}, ${label.toLowerCase()}`;
  return useMutation({
    mutationFn: ({ total, overrideReason }: { total: number; overrideReason: string | null }) => {
      const entry = totalEntry(total, { assessedOn: assessedOn ?? today, note: null });
      const write = { entry, amendmentReason: RECORDED_AGAIN, overrideReason };
      return putEntry({ courseId, slot }, write, recorded?.version ?? null);
    },
    onSuccess: ({ total }) => {
      onEnd(`Saved: ${of}, ${total}.`, true);
      refresh();
    },
    onError: (error) => onEnd(`Not saved: ${of}. ${wordsOf(error)}`, false),
  });
}

/** The score that was typed, or what is wrong with it; neither where nothing was. */
function totalIn(text: string): { total: number | null; message: string | null } {
  const typed = text.trim();
  if (typed === '') return { total: null, message: null };
  if (!/^\d+$/.test(typed)) return { total: null, message: `“${typed}” is not a whole number.` };
  const message = checkTotal(Number(typed))[0]?.message ?? null;
  return { total: message === null ? Number(typed) : null, message };
}

export type LineScore = ReturnType<typeof useLineScore>;

function wordsOf(error: Error): string {
  const warnings = warningsOf(error);
  if (warnings.length > 0) return warnings.map(({ message }) => message).join(' ');
  const theirs = conflictOf(error);
  if (theirs === undefined) return error.message;
  const entry = entryOf(theirs);
  return entry?.state === 'scored' && entry.total !== null ? `Theirs: ${entry.total}. ${CONFLICT}` : CONFLICT;
}
