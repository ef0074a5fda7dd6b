import { useMemo, useSyncExternalStore } from 'react';
import { copyDraft, draftCopies } from '../device/draft-copies';
import { isInPageAlone, namesFrom, onRefused, readItem, removeItem, writeItem } from '../device/local-store';
import { PersonalCipher } from '../device/personal-cipher';
import { usePerson } from './person';

const KEPT = 'cudos kept ';
/** What versions before kept in clear. */
const IN_CLEAR = 'cudos draft ';
const LONGEST = 24 * 60 * 60_000;

/**
 * What a person typed and the service has not taken yet. It outlives a reload, a lost connection and an ended session;
 * it goes once it is saved or given up, at sign-out, and after a day. The browser keeps it encrypted, names and all, with a
 * key that the service sends with the session.
 */
export class Drafts {
  private readonly cipher: PersonalCipher;
  /** What keys are called on the device: each is encrypted once. */
  private readonly named = new Map<string, string>();

  constructor(
    private readonly staffId: string,
    draftKey: string,
  ) {
    this.cipher = new PersonalCipher(draftKey);
  }

  read<T>(key: string): T | null {
    // A list of many lines asks for the draft of each.
    if (this.names().length === 0) return null;
    return this.opened<T>(this.nameOf(key));
  }

  keep(key: string, value: unknown): void {
    const name = this.nameOf(key);
    keepText(name, `${Date.now()} ${this.cipher.lock(name, value)}`);
  }

  drop(key: string): void {
    dropText(this.nameOf(key));
  }

  /** Every draft whose key begins so, as [key, value]. */
  all<T>(beginning: string): [string, T][] {
    return this.names().flatMap((name): [string, T][] => {
      const key = this.keyOf(name);
      const value = key?.startsWith(beginning) ? this.opened<T>(name) : null;
      return key === null || value === null ? [] : [[key, value]];
    });
  }

  dropAll(): void {
    for (const name of this.names()) dropText(name);
  }

  /** Encrypts what an earlier version kept in clear of this person, and deletes what it kept of others. */
  takeOver(): void {
    const own = `${IN_CLEAR}${this.staffId} `;
    for (const name of namesFrom(IN_CLEAR)) {
      const text = readItem(name);
      if (text !== null && name.startsWith(own)) this.keep(name.slice(own.length), JSON.parse(text));
      removeItem(name);
    }
  }

  private names(): string[] {
    return namesFrom(this.beginning());
  }

  private nameOf(key: string): string {
    const name = this.named.get(key) ?? this.beginning() + this.cipher.hide(key);
    this.named.set(key, name);
    return name;
  }

  private keyOf(name: string): string | null {
    return this.cipher.reveal(name.slice(this.beginning().length));
  }

  private opened<T>(name: string): T | null {
    const text = readItem(name);
    if (text === null || isOld(text)) return null;
    return this.cipher.unlock<T>(name, text.slice(text.indexOf(' ') + 1));
  }

  private beginning(): string {
    return `${KEPT}${this.staffId} `;
  }
}

/** Deletes what anybody left on this device more than a day ago. */
export function dropOldDrafts(): void {
  for (const name of namesFrom(KEPT)) {
    if (isOld(readItem(name) ?? '')) dropText(name);
  }
}

/** Brings back what a browser that was killed had not written to its local storage; done before anything is shown. */
export async function restoreDrafts(): Promise<void> {
  for (const [name, text] of await draftCopies()) {
    if (isOld(text) || readItem(droppedNameOf(name)) !== null) dropText(name);
    else if (writtenAt(text) > writtenAt(readItem(name) ?? '0')) writeItem(name, text);
  }
}

function keepText(name: string, text: string): void {
  writeItem(name, text);
  removeItem(droppedNameOf(name));
  void copyDraft(name, text);
}

/** A tab may be gone before its database has forgotten the copy; so the local storage says meanwhile that it is to be forgotten. */
function dropText(name: string): void {
  removeItem(name);
  const dropped = droppedNameOf(name);
  writeItem(dropped, String(Date.now()));
  void copyDraft(name, null).then(() => removeItem(dropped));
}

function droppedNameOf(name: string): string {
  return `cudos dropped ${name.slice(KEPT.length)}`;
}

let known: { id: string; draftKey: string; drafts: Drafts } | null = null;

function draftsOf(id: string, draftKey: string): Drafts {
  if (known?.id !== id || known.draftKey !== draftKey) known = { id, draftKey, drafts: new Drafts(id, draftKey) };
  return known.drafts;
}

/** The drafts of the person who is signed in. */
export function useDrafts(): Drafts {
  const { id, draftKey } = usePerson();
  return useMemo(() => draftsOf(id, draftKey), [id, draftKey]);
}

/** Is something that was typed kept by this page alone, because the browser would not? */
export const hasDraftsInPageAlone = (): boolean => isInPageAlone(KEPT);
export const useDraftsInPageAlone = (): boolean => useSyncExternalStore(onRefused, hasDraftsInPageAlone);

/** A clock that was set back makes nothing last longer. */
function isOld(text: string): boolean {
  return !(Math.abs(Date.now() - writtenAt(text)) < LONGEST);
}

/** In milliseconds; it stands before what is encrypted. */
function writtenAt(text: string): number {
  return parseInt(text, 10);
}
