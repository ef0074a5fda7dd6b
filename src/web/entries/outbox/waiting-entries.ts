import { newKey } from '../../components/form';
import type { Drafts } from '../../components/drafts';
import type { WaitingStore } from '../../device/waiting-store';
import type { PendingWrite } from './pending-write';

const DRAFT = 'scores ';
const channel = new BroadcastChannel('cudos-waiting');

/** What is kept of a write that is not saved. */
type KeptWrite = Omit<PendingWrite, 'phase'>;

/** A later version of the pages reads it back: what is added has to be optional. */
export interface StoredWrite extends KeptWrite {
  /** Which writing of it this is; of versions before there is none. */
  revision?: string;
  /** Is it not just being sent by the tab that wrote it? */
  waits?: boolean;
}

interface Found {
  kept: KeptWrite;
  /** Did this very page write it? */
  isOwn: boolean;
  /** Is it not just being sent by another tab? */
  waits: boolean;
}

/**
 * The writes that wait, by the addresses of their visits. Each is a draft at once, which outlives a page that is killed right
 * after a key, until the browser's database has it on the disk.
 */
export class WaitingEntries {
  private readonly own = new Map<string, { text: string; revision: string; at: number; waits: boolean }>();

  /** Those that other tabs know of. */
  private readonly waited = new Set<string>();

  constructor(
    private readonly drafts: Drafts,
    private readonly store: WaitingStore<StoredWrite>,
  ) {}

  /** Calls back where another tab has changed what waits, and not for what it is just sending. */
  onOthers(listener: () => void): void {
    channel.addEventListener('message', listener);
  }

  keep(key: string, kept: KeptWrite, waits: boolean): void {
    const before = this.own.get(key);
    const text = JSON.stringify(kept);
    if (before?.text === text && before.waits === waits) return;
    if (waits) this.waited.add(key);
    const revision = newKey();
    const at = before?.at ?? Date.now();
    this.own.set(key, { text, revision, at, waits });
    const stored: StoredWrite = { ...kept, revision, waits };
    this.drafts.keep(DRAFT + key, stored);
    void this.store.put(key, stored, at).then(
      () => {
        if (this.own.get(key)?.revision === revision) this.drafts.drop(DRAFT + key);
        if (waits) channel.postMessage('changed');
      },
      // A browser without a database has the draft.
      () => undefined,
    );
  }

  drop(key: string): void {
    const waited = this.waited.delete(key);
    this.own.delete(key);
    this.drafts.drop(DRAFT + key);
    void this.store.delete(key).then(
      () => waited && channel.postMessage('changed'),
      () => undefined,
    );
  }

  /** Another tab has saved it or given it up. */
  forget(key: string): void {
    this.waited.delete(key);
    this.own.delete(key);
    this.drafts.drop(DRAFT + key);
  }

  /** All that waits, in the order in which it was written. */
  async all(): Promise<Map<string, Found>> {
    const drafts = this.drafts.all<StoredWrite>(DRAFT).map(([name, one]) => [name.slice(DRAFT.length), one] as const);
    const stored = await this.store.all().catch(() => []);
    const found = [...stored, ...drafts].map(([key, { revision, waits = true, ...kept }]): [string, Found] => [
      key,
      { kept, waits, isOwn: revision !== undefined && this.own.get(key)?.revision === revision },
    ]);
    for (const [key, { waits }] of found) if (waits) this.waited.add(key);
    return new Map(found);
  }

  async dropAll(): Promise<void> {
    this.own.clear();
    await this.store.deleteAll().catch(() => undefined);
    channel.postMessage('changed');
  }
}

/** Is a draft of this name one of what waits? */
export function isOfOutbox(draft: string): boolean {
  return draft.startsWith(DRAFT);
}
