import { useLayoutEffect, useSyncExternalStore } from 'react';
import { slotKey, type SlotAddress } from './slot-address';

let shown: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

/** Says that a visit that waits for a decision is shown in a place of its own on this page; null for none. */
export function useShowingHere(address: SlotAddress | null): void {
  const key = address && slotKey(address);
  useLayoutEffect(() => {
    if (key === null) return;
    change((keys) => keys.add(key));
    return () => change((keys) => keys.delete(key));
  }, [key]);
}

/** The visits that the page shows in places of their own, by their keys. */
export function useShownHere(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => shown);
}

function change(how: (keys: Set<string>) => void): void {
  const keys = new Set(shown);
  how(keys);
  shown = keys;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
