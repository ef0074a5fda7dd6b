import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, bodyOf } from '../../../api/client';
import { ApiProblem } from '../../../api/problem';
import { queryKeys } from '../../../api/query-keys';
import { useDrafts } from '../../../components/drafts';
import { changesIn, fieldsOf, sayTheSame } from './draft-values';
import type { DraftFields, Publication, SavedPublication } from '../publication';
import { publicationQuery } from '../queries';

const PAUSE = 600;

/** What was typed and isn't saved yet, over the version of the draft that was seen. */
interface Unsaved {
  seen: number;
  base: DraftFields;
  fields: DraftFields;
}

export interface EditedDraft {
  fields: DraftFields;
  change: (part: Partial<DraftFields>) => void;
  error: Error | null;
  /** Has somebody else saved something meanwhile? */
  stale: boolean;
  /** Goes on with what was typed, over what somebody else saved. */
  takeUp: () => void;
  /** Gives up what was typed. */
  giveUp: () => void;
  saving: boolean;
  unsaved: boolean;
  retry: () => void;
}

/** A draft that is saved by itself a moment after each change, so that the preview shows what is typed beside it. */
export function useDraft(publication: Publication): EditedDraft {
  const drafts = useDrafts();
  const key = `publication ${publication.id}`;
  const [unsaved, setUnsaved] = useState(() => drafts.read<Unsaved>(key));
  // As it was typed: the service drops a space at the end, which somebody who types on would miss.
  const [typed, setTyped] = useState(() => unsaved?.fields ?? fieldsOf(publication));
  const fields = unsaved || sayTheSame(typed, publication) ? typed : fieldsOf(publication);

  const keep = (next: Unsaved | null) => {
    if (next) drafts.keep(key, next);
    else drafts.drop(key);
    setUnsaved(next);
  };
  const save = useSaving(publication.id, (sent, saved) => {
    const typedOn = unsaved !== sent && !sayTheSame(typed, saved);
    keep(typedOn ? { seen: saved.version, base: fieldsOf(saved), fields: typed } : null);
  });
  const [settled] = useDebouncedValue(unsaved, PAUSE);
  useSendOnce(settled === unsaved ? unsaved : null, save.isPending, save.mutate);

  const change = (part: Partial<DraftFields>) => {
    const next = { ...fields, ...part };
    setTyped(next);
    if (!save.isPending && sayTheSame(next, publication)) return keep(null);
    const { seen, base } = unsaved ?? { seen: publication.version, base: fieldsOf(publication) };
    keep({ seen, base, fields: next });
  };
  return {
    fields,
    change,
    error: unsaved ? save.error : null,
    stale: unsaved !== null && isStale(save.error),
    takeUp: () => unsaved && keep({ ...unsaved, seen: publication.version }),
    giveUp: () => {
      setTyped(fieldsOf(publication));
      keep(null);
      save.reset();
    },
    saving: save.isPending,
    unsaved: unsaved !== null,
    retry: () => unsaved && save.mutate(unsaved),
  };
}

function useSaving(id: string, onSaved: (sent: Unsaved, saved: SavedPublication) => void) {
  const client = useQueryClient();
  const { queryKey } = publicationQuery(id);
  return useMutation({
    mutationFn: ({ seen, base, fields }: Unsaved) =>
      bodyOf(
        api.PATCH('/v1/publications/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${seen}"` } },
          body: changesIn(fields, base),
        }),
      ),
    onSuccess: (saved, sent) => {
      // Until the preview is read again, the one before is shown.
      client.setQueryData(queryKey, (before) => before && { ...before, ...saved });
      onSaved(sent, saved);
      return client.invalidateQueries({ queryKey: queryKeys.publications });
    },
    onError: (error) => (isStale(error) ? client.invalidateQueries({ queryKey }) : undefined),
  });
}

/** Sends each thing once by itself; what was refused waits until it is changed or a person tries again. */
function useSendOnce(ready: Unsaved | null, busy: boolean, send: (unsaved: Unsaved) => void) {
  const sent = useRef<Unsaved | null>(null);
  useEffect(() => {
    if (ready === null || busy || ready === sent.current) return;
    sent.current = ready;
    send(ready);
  }, [ready, busy, send]);
}

function isStale(error: Error | null): boolean {
  return error instanceof ApiProblem && error.type === 'stale-version';
}
