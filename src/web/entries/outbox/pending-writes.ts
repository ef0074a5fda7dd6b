import type { Assessment } from '../entry';
import type { SavedEntry } from '../put-entry';
import { restored, type PendingWrite } from './pending-write';
import { addressOfSlotKey, slotKey, type SlotAddress } from './slot-address';
import type { WaitingEntries } from './waiting-entries';

export interface OutboxListener {
  /** The service has this at the visit, by this write or by somebody else's. */
  onRecorded?: (address: SlotAddress, recorded: Assessment | null) => void;
  /** A write was saved; with the service's whole answer, or null where the same was recorded before. */
  onSaved?: (address: SlotAddress, recorded: Assessment, answer: SavedEntry | null) => void;
  onNotSaved?: (address: SlotAddress, message: string) => void;
  /** What is not saved yet of a visit is another. */
  onChange?: (address: SlotAddress) => void;
  /** Another tab has saved it, or given it up. */
  onElsewhere?: (address: SlotAddress) => void;
}

/** With the keys of the visits, what was written first at the beginning. */
export type PendingList = readonly (readonly [string, PendingWrite])[];

/** What is not saved yet, on this page and on the device. */
export class PendingWrites {
  private readonly pendings = new Map<string, PendingWrite>();
  private readonly listeners = new Set<OutboxListener>();
  /** Null after a change, until it is asked for. */
  private listed: PendingList | null = null;
  private comparing: 'no' | 'now' | 'now and again' = 'no';

  constructor(private readonly waiting: WaitingEntries) {
    waiting.onOthers(() => void this.compareSoon());
  }

  listen(listener: OutboxListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(say: (listener: OutboxListener) => void): void {
    for (const listener of this.listeners) say(listener);
  }

  all = (): ReadonlyMap<string, PendingWrite> => this.pendings;
  at = (address: SlotAddress): PendingWrite | null => this.pendings.get(slotKey(address)) ?? null;

  /** The same list until something changes. */
  list = (): PendingList => (this.listed ??= [...this.pendings]);

  keep(address: SlotAddress, pending: PendingWrite): void {
    const { write, base, next, phase } = pending;
    this.pendings.set(slotKey(address), pending);
    this.waiting.keep(slotKey(address), { write, base, next }, phase.kind !== 'saving');
    this.changed(address);
  }

  drop(address: SlotAddress): void {
    this.pendings.delete(slotKey(address));
    this.waiting.drop(slotKey(address));
    this.changed(address);
  }

  async dropAll(): Promise<void> {
    this.pendings.clear();
    this.listed = null;
    await this.waiting.dropAll();
  }

  /** Takes over what was kept before, and what other tabs have done since. @param all also what another tab may just be sending. */
  async compare(all: boolean): Promise<void> {
    const before = new Map(this.pendings);
    const found = await this.waiting.all();
    for (const [key, { kept, isOwn, waits }] of found) {
      const pending = this.pendings.get(key);
      if (!pending && !waits && !all) continue;
      if (pending ? isOwn || pending.phase.kind === 'saving' : before.has(key)) continue;
      this.pendings.set(key, restored(kept));
      this.changed(addressOfSlotKey(key));
    }
    for (const [key, pending] of before) {
      if (found.has(key) || this.pendings.get(key) !== pending || pending.phase.kind === 'saving') continue;
      this.pendings.delete(key);
      this.waiting.forget(key);
      this.changed(addressOfSlotKey(key));
      this.tell((one) => one.onElsewhere?.(addressOfSlotKey(key)));
    }
  }

  /** However many changes other tabs tell of, one after another is looked at. */
  private async compareSoon(): Promise<void> {
    if (this.comparing !== 'no') {
      this.comparing = 'now and again';
      return;
    }
    do {
      this.comparing = 'now';
      await this.compare(false);
    } while (this.isToldAgain());
    this.comparing = 'no';
  }

  private isToldAgain(): boolean {
    return this.comparing === 'now and again';
  }

  private changed(address: SlotAddress): void {
    this.listed = null;
    this.tell((one) => one.onChange?.(address));
  }
}
