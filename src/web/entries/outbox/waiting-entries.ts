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
}

interface Found {
  kept: KeptWrite;
  /** Did this very page write it? */
  isOwn: boolean;
}

/**
 * The writes that wait, by the addresses of their visits. Each is a draft at once, which outlives a page that is killed right
 * after a key, until the browser's database has it on the disk.
 */
export class WaitingEntries {
  private readonly own = new Map<string, { text: string; revision: string; at: number }>();

  constructor(
    private readonly drafts: Drafts,
    private readonly store: WaitingStore<StoredWrite>,
  ) {}

  /** Calls back where another tab has changed what waits. */
  onOthers(listener: () => void): void {
    channel.addEventListener('message', listener);
  }

  keep(key: string, kept: KeptWrite): void {
    const before = this.own.get(key);
    const text = JSON.stringify(kept);
    if (before?.text === text) return;
    const revision = newKey();
    const at = before?.at ?? Date.now();
    this.own.set(key, { text, revision, at });
    const stored: StoredWrite = { ...kept, revision };
    this.drafts.keep(DRAFT + key, stored);
    void this.store.put(key, stored, at).then(
      () => {
        if (this.own.get(key)?.revision === revision) this.drafts.drop(DRAFT + key);
        channel.postMessage('changed');
      },
      // A browser without a database has the draft.
      () => undefined,
    );
  }

  drop(key: string): void {
    this.own.delete(key);
    this.drafts.drop(DRAFT + key);
    void this.store.delete(key).then(
      () => channel.postMessage('changed'),
      () => undefined,
    );
  }

  /** Another tab has saved it or given it up. */
  forget(key: string): void {
    this.own.delete(key);
    this.drafts.drop(DRAFT + key);
  }

  /** All that waits, in the order in which it was written. */
  async all(): Promise<Map<string, Found>> {
    const drafts = this.drafts.all<StoredWrite>(DRAFT).map(([name, one]) => [name.slice(DRAFT.length), one] as const);
    const stored = await this.store.all().catch(() => []);
    const found = [...stored, ...drafts].map(([key, { revision, ...kept }]): [string, Found] => [
      key,
      { kept, isOwn: revision !== undefined && this.own.get(key)?.revision === revision },
    ]);
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
