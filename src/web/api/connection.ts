import { useSyncExternalStore } from 'react';

/** Since when what is shown may be out of date, in milliseconds; null while the service answers. */
let asOf: number | null = null;
let lastAnsweredAt = Date.now();
const watchers = new Set<() => void>();

/** The service answered. */
export function noteAnswered(): void {
  lastAnsweredAt = Date.now();
  set(null);
}

/** Nothing answered; what is on the screen is of the last answer, or was kept even before. @param keptAt when it was. */
export function noteCutOff(keptAt = lastAnsweredAt): void {
  set(Math.min(asOf ?? keptAt, keptAt));
}

/** Since when nothing answers what this page asks; null while something does. */
export const cutOffSince = (): number | null => asOf;

export function useCutOffSince(): number | null {
  return useSyncExternalStore(onConnectionChange, cutOffSince);
}

/** Calls back when the connection is lost or back, or what is shown is older than was known. */
export function onConnectionChange(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** When the service answered last, in milliseconds. */
export const answeredAt = (): number => lastAnsweredAt;

function set(next: number | null): void {
  if (next === asOf) return;
  asOf = next;
  for (const watcher of watchers) watcher();
}
