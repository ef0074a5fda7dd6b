/** What the browser would not keep, because its storage is full or closed to this page; it lasts as long as the page. */
const refused = new Map<string, string>();
const watchers = new Set<() => void>();

export function readItem(name: string): string | null {
  return refused.get(name) ?? storage()?.getItem(name) ?? null;
}

/** Keeps it on the device; in this page alone where the browser refuses. */
export function writeItem(name: string, value: string): void {
  try {
    const kept = storage();
    if (kept === null) throw new Error('No storage.');
    kept.setItem(name, value);
    forget(name);
  } catch {
    // What was kept of it before is older.
    storage()?.removeItem(name);
    refused.set(name, value);
    tell();
  }
}

export function removeItem(name: string): void {
  storage()?.removeItem(name);
  forget(name);
}

export function namesFrom(beginning: string): string[] {
  return [...new Set([...Object.keys(storage() ?? {}), ...refused.keys()])].filter((name) =>
    name.startsWith(beginning),
  );
}

/** Is something that begins so kept in this page alone? */
export function isInPageAlone(beginning: string): boolean {
  return [...refused.keys()].some((name) => name.startsWith(beginning));
}

export function onRefused(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function forget(name: string): void {
  if (refused.delete(name)) tell();
}

function tell(): void {
  for (const watcher of watchers) watcher();
}

function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
