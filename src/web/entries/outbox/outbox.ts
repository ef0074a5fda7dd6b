import { ApiProblem } from '../../api/problem';
import type { Drafts } from '../../components/drafts';
import type { WaitingStore } from '../../device/waiting-store';
import type { Assessment } from '../entry';
import { conflictOf, type SavedEntry } from '../put-entry';
import { inTurn } from './in-turn';
import { afterFailure, afterSaved, isRecorded, SAVING, withWrite, type PendingWrite } from './pending-write';
import { PendingWrites, type OutboxListener, type PendingList } from './pending-writes';
import { RetryTimer } from './retry-timer';
import { sendEntries } from './send-entries';
import { SendQueue } from './send-queue';
import { addressOfSlotKey, type SlotAddress } from './slot-address';
import { typedFault, type ScoreWrite } from './typed-score';
import { WaitingEntries, type StoredWrite } from './waiting-entries';

/** Sends what a person writes. What is not saved is kept on the device until the service has saved it or the person gives it up. */
export class Outbox {
  /** Kept once what waits from before is known. */
  readonly ready: Promise<void>;
  private readonly queue = new SendQueue((block) => this.send(block));
  private readonly retry = new RetryTimer(() => void this.drain());
  private readonly pendings: PendingWrites;
  private draining = false;
  private askedAgain = false;

  constructor(
    private readonly staffId: string,
    drafts: Drafts,
    store: WaitingStore<StoredWrite>,
  ) {
    this.pendings = new PendingWrites(new WaitingEntries(drafts, store));
    this.ready = this.pendings.compare(true);
    void this.ready.then(() => this.drain());
  }

  listen = (listener: OutboxListener): (() => void) => this.pendings.listen(listener);
  /** What is not saved yet, by the keys of the visits. */
  all = (): ReadonlyMap<string, PendingWrite> => this.pendings.all();
  list = (): PendingList => this.pendings.list();
  at = (address: SlotAddress): PendingWrite | null => this.pendings.at(address);

  /** Writes over this version, null for none: at once, or after what is being sent there. */
  write(address: SlotAddress, write: ScoreWrite, base: number | null): void {
    const pending = withWrite(this.at(address), write, base);
    const fault = typedFault(write);
    this.pendings.keep(address, fault ? { ...pending, phase: { kind: 'refused', message: fault } } : pending);
    if (fault) this.pendings.tell((one) => one.onNotSaved?.(address, fault));
    else if (pending.next === null) this.queue.add(address);
  }

  /** Takes a write that a page has just tried in vain, to be sent later. */
  keepFailed(address: SlotAddress, write: ScoreWrite, base: number | null, error: Error): void {
    this.pendings.keep(address, afterFailure({ write, base, next: null, phase: SAVING }, error));
    this.retry.start(error instanceof ApiProblem ? error.retryAfter : null);
  }

  /** Gives up what was typed and is not saved. */
  discard(address: SlotAddress): void {
    this.pendings.drop(address);
  }

  /** Gives up everything, at sign-out. */
  discardAll(): Promise<void> {
    return this.pendings.dropAll();
  }

  /** Sends what is kept, in the order in which it was typed; of several tabs one at a time does, each what the others left. */
  async drain(): Promise<void> {
    this.askedAgain = this.draining;
    if (this.draining || ![...this.all().values()].some(({ phase }) => phase.kind === 'kept')) return;
    this.draining = true;
    try {
      await inTurn(this.staffId, 'exclusive', async () => {
        await this.pendings.compare(true);
        for (const [key, pending] of this.all()) {
          if (pending.phase.kind === 'kept') this.queueAgain(addressOfSlotKey(key), pending);
        }
        await this.queue.whenIdle();
      });
    } finally {
      this.draining = false;
    }
    // What was tried before the connection came back is tried again at once.
    if (this.askedAgain) await this.drain();
  }

  /** Sends again what is typed at a visit, perhaps with a reason why it is right. */
  resend(address: SlotAddress, overrideReason: string | null): void {
    const pending = this.at(address);
    if (!pending || pending.phase.kind === 'saving') return;
    this.queueAgain(address, { ...pending, write: { ...pending.write, overrideReason } });
  }

  private queueAgain(address: SlotAddress, pending: PendingWrite): void {
    this.pendings.keep(address, { ...pending, phase: SAVING });
    this.queue.add(address);
  }

  private async send(block: readonly SlotAddress[]): Promise<void> {
    // Who drains has its turn already.
    return this.draining ? this.sendNow(block) : inTurn(this.staffId, 'shared', () => this.sendNow(block));
  }

  private async sendNow(block: readonly SlotAddress[]): Promise<void> {
    const cells = block.filter((address) => this.at(address)?.phase.kind === 'saving');
    const results = await sendEntries(
      cells.flatMap(({ courseId, slot }) => {
        const sent = this.at({ courseId, slot });
        return sent ? [{ courseId, slot, write: sent.write, seen: sent.base }] : [];
      }),
    );
    cells.forEach((address, at) => this.take(address, results[at]));
  }

  private take(address: SlotAddress, result: SavedEntry | Error | undefined): void {
    if (result === undefined || result instanceof Error) return this.fail(address, result);
    this.retry.reset();
    this.settle(address, result, result);
  }

  private settle(address: SlotAddress, recorded: Assessment, answer: SavedEntry | null): void {
    const pending = this.at(address);
    const next = pending ? afterSaved(pending, recorded) : null;
    this.pendings.tell((one) => one.onRecorded?.(address, recorded));
    if (next) this.queueAgain(address, next);
    else this.discard(address);
    this.pendings.tell((one) => one.onSaved?.(address, recorded, answer));
  }

  private fail(address: SlotAddress, error: unknown): void {
    const pending = this.at(address);
    if (!pending) return;
    const current = conflictOf(error);
    if (current !== undefined) {
      this.pendings.tell((one) => one.onRecorded?.(address, current));
      if (isRecorded(pending, current)) return this.settle(address, current, null);
    }
    const failed = afterFailure(pending, error);
    const { phase } = failed;
    this.pendings.keep(address, failed);
    this.pendings.tell((one) => one.onNotSaved?.(address, phase.kind === 'saving' ? '' : phase.message));
    if (phase.kind !== 'kept') return;
    this.holdBack(error);
    if (phase.retry) this.retry.start(error instanceof ApiProblem ? error.retryAfter : null);
  }

  /** What waits to be sent would fail the same way. */
  private holdBack(error: unknown): void {
    for (const address of this.queue.clear()) {
      const pending = this.at(address);
      if (pending) this.pendings.keep(address, afterFailure(pending, error));
    }
  }
}
