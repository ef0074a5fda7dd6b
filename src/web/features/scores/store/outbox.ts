import { ApiProblem } from '../../../api/problem';
import type { Drafts } from '../../../components/drafts';
import { infusionSlot } from '../../../../domain/course/record/slots.js';
import type { Assessment } from '../../../entries/entry';
import { conflictOf, type SavedEntry, type SeenWrite } from '../../../entries/put-entry';
import { addressOfKey, cellKey, type CellAddress } from './cells';
import { afterFailure, afterSaved, isRecorded, SAVING, withWrite, type PendingWrite } from './pending-write';
import { RetryTimer } from './retry-timer';
import { sendEntries } from './send-entries';
import { SendQueue } from './send-queue';
import { typedFault, type ScoreWrite } from './typed-score';

const DRAFT = 'scores ';

interface OutboxCallbacks {
  /** The service has this in the cell, by this write or by somebody else's. */
  onRecorded: (address: CellAddress, recorded: Assessment | null) => void;
  onSaved: (address: CellAddress, recorded: Assessment) => void;
  /** The service's whole answer to a write. */
  onAnswer: (address: CellAddress, answer: SavedEntry) => void;
  onNotSaved: (address: CellAddress, message: string) => void;
  /** What is not saved yet of a course is another. */
  onChange: (courseId: string) => void;
}

/** Sends the writes. What is not saved is kept as a draft until the service has saved it or the person gives it up. */
export class Outbox {
  private readonly pendings = new Map<string, PendingWrite>();
  private readonly queue = new SendQueue((block) => this.send(block));
  private readonly retry = new RetryTimer(() => this.sendKept());

  constructor(
    private readonly drafts: Drafts,
    private readonly callbacks: OutboxCallbacks,
  ) {}

  /** What is not saved yet, by the keys of the cells. */
  all = (): ReadonlyMap<string, PendingWrite> => this.pendings;
  at = (address: CellAddress): PendingWrite | null => this.pendings.get(cellKey(address)) ?? null;

  /** The cells of which a draft is kept. */
  drafted(): CellAddress[] {
    return this.drafts.all(DRAFT).map(([name]) => addressOfKey(name.slice(DRAFT.length)));
  }

  /** Writes over this version, null for none: at once, or after what is being sent there. */
  write(address: CellAddress, write: ScoreWrite, base: number | null): void {
    const pending = withWrite(this.at(address), write, base);
    const fault = typedFault(write);
    this.keep(address, fault ? { ...pending, phase: { kind: 'refused', message: fault } } : pending);
    if (fault) this.callbacks.onNotSaved(address, fault);
    else if (pending.next === null) this.queue.add(address);
  }

  /** Gives up what was typed and is not saved. */
  discard(address: CellAddress): void {
    this.pendings.delete(cellKey(address));
    this.drafts.drop(DRAFT + cellKey(address));
    this.callbacks.onChange(address.courseId);
  }

  /** Sends again all that is kept. */
  sendKept(): void {
    for (const [key, pending] of this.pendings) {
      if (pending.phase.kind === 'kept') this.queueAgain(addressOfKey(key), pending);
    }
  }

  /** Sends again what is typed in the cell, perhaps with a reason why it is right. */
  resend(address: CellAddress, overrideReason: string | null): void {
    const pending = this.at(address);
    if (!pending || pending.phase.kind === 'saving') return;
    this.queueAgain(address, { ...pending, write: { ...pending.write, overrideReason } });
  }

  /** Sends the drafts of an earlier visit; the service refuses each where somebody else wrote meanwhile. */
  restore(isShown: (courseId: string) => boolean): void {
    for (const [name, draft] of this.drafts.all<Omit<PendingWrite, 'phase'>>(DRAFT)) {
      const key = name.slice(DRAFT.length);
      const address = addressOfKey(key);
      if (this.pendings.has(key) || !isShown(address.courseId)) continue;
      const fault = typedFault(draft.write);
      this.pendings.set(key, { ...draft, phase: fault ? { kind: 'refused', message: fault } : SAVING });
      if (!fault) this.queue.add(address);
    }
  }

  private queueAgain(address: CellAddress, pending: PendingWrite): void {
    this.keep(address, { ...pending, phase: SAVING });
    this.queue.add(address);
  }

  private async send(block: readonly CellAddress[]): Promise<void> {
    const cells = block.filter((address) => this.at(address)?.phase.kind === 'saving');
    const results = await sendEntries(cells.flatMap((address) => this.seenWrite(address)));
    cells.forEach((address, at) => this.take(address, results[at]));
  }

  private seenWrite(address: CellAddress): SeenWrite[] {
    const { courseId, infusion } = address;
    const sent = this.at(address);
    return sent ? [{ courseId, slot: infusionSlot(infusion), write: sent.write, seen: sent.base }] : [];
  }

  private take(address: CellAddress, result: SavedEntry | Error | undefined): void {
    if (result === undefined || result instanceof Error) return this.fail(address, result);
    this.retry.reset();
    this.settle(address, result);
    this.callbacks.onAnswer(address, result);
  }

  private settle(address: CellAddress, recorded: Assessment): void {
    const pending = this.at(address);
    const next = pending ? afterSaved(pending, recorded) : null;
    this.callbacks.onRecorded(address, recorded);
    this.callbacks.onSaved(address, recorded);
    if (next) this.queueAgain(address, next);
    else this.discard(address);
  }

  private fail(address: CellAddress, error: unknown): void {
    const pending = this.at(address);
    if (!pending) return;
    const current = conflictOf(error);
    if (current !== undefined) {
      this.callbacks.onRecorded(address, current);
      if (isRecorded(pending, current)) return this.settle(address, current);
    }
    const failed = afterFailure(pending, error);
    const { phase } = failed;
    this.keep(address, failed);
    this.callbacks.onNotSaved(address, phase.kind === 'saving' ? '' : phase.message);
    if (phase.kind !== 'kept') return;
    this.holdBack(error);
    if (phase.retry) this.retry.start(error instanceof ApiProblem ? error.retryAfter : null);
  }

  /** What waits to be sent would fail the same way. */
  private holdBack(error: unknown): void {
    for (const address of this.queue.clear()) {
      const pending = this.at(address);
      if (pending) this.keep(address, afterFailure(pending, error));
    }
  }

  private keep(address: CellAddress, pending: PendingWrite): void {
    const { write, base, next } = pending;
    this.pendings.set(cellKey(address), pending);
    this.drafts.keep(DRAFT + cellKey(address), { write, base, next });
    this.callbacks.onChange(address.courseId);
  }
}
