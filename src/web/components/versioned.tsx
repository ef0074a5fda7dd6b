import { Alert, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../api/problem';
import { useDialogDraft } from './dialogs/dialog-draft';

interface Versioned {
  version: number;
}

interface Callbacks<Saved> {
  onSaved: (saved: Saved) => unknown;
  onError?: (error: Error) => unknown;
  onSettled?: () => unknown;
}

/** A change over the version that was seen. Where somebody else was first, the person sees theirs before writing over it. */
export function useVersionedChange<T extends Versioned, Saved extends Partial<T> & Versioned>(
  thing: T,
  change: (form: FormData, ifMatch: string, before: T) => Promise<Saved>,
  { onSaved, ...rest }: Callbacks<Saved>,
) {
  const { before: typed } = useDialogDraft();
  const [before, setBefore] = useState(thing);
  // What was typed before goes over the version that was seen then, and no later one.
  const [seen, setSeen] = useState(typed?.seen ?? thing.version);
  const save = useMutation({
    mutationFn: (form: FormData) => change(form, `"${seen}"`, before),
    onSuccess: (saved) => {
      setBefore({ ...before, ...saved });
      setSeen(saved.version);
      return onSaved(saved);
    },
    ...rest,
  });
  const theirs = currentOf<T>(save.error);
  const takeUp = () => {
    if (theirs) setSeen(theirs.version);
    save.reset();
  };
  return { save, before, theirs, takeUp };
}

/** What somebody else saved in the meantime; null where nobody did. */
function currentOf<T>(error: Error | null): T | null {
  if (!(error instanceof ApiProblem) || error.type !== 'stale-version') return null;
  return (error.problem.current ?? null) as T | null;
}

/** Shows what somebody else saved meanwhile, and lets a person save over it. */
export function StaleNotice({ words, onTakeUp }: { words: string; onTakeUp: () => void }) {
  return (
    <Alert color="orange" role="alert" title="Somebody else changed this while you typed">
      <Text size="sm">
        Recorded now: <b>{words}</b>. Yours is below and not saved.
      </Text>
      <Button size="xs" mt="xs" onClick={onTakeUp}>
        I have seen it; let me save mine
      </Button>
    </Alert>
  );
}
