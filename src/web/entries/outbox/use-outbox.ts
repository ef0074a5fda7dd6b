import { useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { isCutOff } from '../../api/problem';
import { isCare, queryKeys } from '../../api/query-keys';
import { useDrafts, type Drafts } from '../../components/drafts';
import { usePerson } from '../../components/person';
import { PersonalCipher } from '../../device/personal-cipher';
import { WaitingStore } from '../../device/waiting-store';
import { useSessionEnded } from '../../session/expiry';
import { dropTyped, lineDraft } from '../typed-scores';
import { putEntry, type EntryWrite, type SavedEntry } from '../put-entry';
import { Outbox } from './outbox';
import type { PendingWrite } from './pending-write';
import type { PendingList } from './pending-writes';
import { slotKey, type SlotAddress } from './slot-address';

const outboxes = new Map<string, Outbox>();

/** The outbox of the person who is signed in: one, whatever page is open. */
export function useOutbox(): Outbox {
  const { id, draftKey } = usePerson();
  const drafts = useDrafts();
  return useMemo(() => outboxOf(id, draftKey, drafts), [id, draftKey, drafts]);
}

/** What is not saved yet of a visit; null where nothing is. */
export function usePending({ courseId, slot }: SlotAddress): PendingWrite | null {
  const outbox = useOutbox();
  const subscribe = useMemo(() => subscribeTo(outbox), [outbox]);
  return useSyncExternalStore(subscribe, () => outbox.all().get(slotKey({ courseId, slot })) ?? null);
}

/** All that is not saved yet, of all visits. */
export function useAllPending(): PendingList {
  const outbox = useOutbox();
  const subscribe = useMemo(() => subscribeTo(outbox), [outbox]);
  return useSyncExternalStore(subscribe, outbox.list);
}

/** Saves an entry at once; where nothing answers it waits in the outbox, and the answer is null. @throws as `putEntry` where it is refused. */
export function useSaveOrKeep() {
  const outbox = useOutbox();
  return async (address: SlotAddress, write: EntryWrite, seen: number | null): Promise<SavedEntry | null> => {
    try {
      return await putEntry(address, write, seen);
    } catch (error) {
      if (!isCutOff(error)) throw error;
      outbox.keepFailed(address, { ...write, typed: null }, seen, error as Error);
      return null;
    }
  };
}

/** Sends what waits on whatever page the person is, and has pages read again what that changed. */
export function useSendingWaiting(): void {
  const outbox = useOutbox();
  const client = useQueryClient();
  const drafts = useDrafts();
  const ended = useSessionEnded();
  useEffect(() => {
    if (!ended) void outbox.drain();
  }, [ended, outbox]);
  useEffect(() => {
    const refresh = refreshOnce(client);
    return outbox.listen({
      onSaved: (address) => {
        refresh();
        dropTyped(drafts, lineDraft(address));
      },
      onElsewhere: () => {
        refresh();
        void client.invalidateQueries({ queryKey: queryKeys.courses });
      },
    });
  }, [outbox, client, drafts]);
}

/** Has what is shown, or just being read, of courses read again: once for all that one answer changed. The table at rest knows what it wrote. */
function refreshOnce(client: QueryClient): () => void {
  const isAtRest = ({ queryKey: [of, list], state: { data, fetchStatus } }: Query) =>
    of === 'courses' && list === 'grid' && data !== undefined && fetchStatus === 'idle';
  // To invalidate does not begin a first reading again. The search of a patient, who stays the same, goes on.
  const isFirst = (query: Query) => query.state.data === undefined && query.queryKey[0] !== 'patients';
  const refresh = async () => {
    await client.cancelQueries({ predicate: (query) => isCare(query) && isFirst(query) });
    void client.invalidateQueries({ predicate: isCare, refetchType: 'none' });
    void client.refetchQueries({ predicate: (query) => isCare(query) && !isAtRest(query), type: 'active' });
  };
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      void refresh();
    });
  };
}

function outboxOf(staffId: string, draftKey: string, drafts: Drafts): Outbox {
  const known = outboxes.get(staffId);
  if (known) return known;
  const outbox = new Outbox(staffId, drafts, new WaitingStore(staffId, new PersonalCipher(draftKey)));
  outboxes.set(staffId, outbox);
  return outbox;
}

function subscribeTo(outbox: Outbox) {
  return (listener: () => void) => outbox.listen({ onChange: listener });
}
