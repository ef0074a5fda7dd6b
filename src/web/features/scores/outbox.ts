import type { Schemas } from '../../api/client';
import type { Drafts } from '../../components/drafts';
import { keyOf, placeOf, type Place, type Recorded } from './cells';
import { typedFault, type Write } from './entry';
import { afterFailure, afterSaved, currentOf, isThere, SAVING, withWrite } from './pending';
import { waitOf, type Pending, type Phase } from './pending';
import { RetryTimer } from './retry-timer';
import { putScore } from './score-writing';
import { SendQueue } from './send-queue';

const DRAFT = 'scores ';

/** What the writes under way tell the table. */
interface Told {
  /** The service has this in the cell. */
  recorded: (place: Place, recorded: Recorded | null) => void;
  saved: (place: Place, recorded: Recorded) => void;
  /** The service answered a write so. */
  answered: (place: Place, answer: Schemas['RecordedResponse']) => void;
  notSaved: (place: Place, message: string) => void;
  changed: (courseId: string) => void;
}

/** The writes under way. What is not saved is kept as a draft until the service has answered or the person gives it up. */
export class Outbox {
  private readonly pendings = new Map<string, Pending>();
  private readonly queue = new SendQueue((place) => this.put(place));
  private readonly retry = new RetryTimer(() => this.sendKept());

  constructor(
    private readonly drafts: Drafts,
    private readonly told: Told,
  ) {}

  all = (): ReadonlyMap<string, Pending> => this.pendings;
  at = (place: Place): Pending | null => this.pendings.get(keyOf(place)) ?? null;

  /** The cells of which a draft is kept, by their keys. */
  drafted(): string[] {
    return this.drafts.all(DRAFT).map(([name]) => name.slice(DRAFT.length));
  }

  /** Writes over this version, null for none: at once, or after what is under way there. */
  write(place: Place, write: Write, base: number | null): void {
    const pending = withWrite(this.at(place), write, base);
    const fault = typedFault(write);
    this.keep(place, fault ? { ...pending, phase: { is: 'refused', message: fault } } : pending);
    if (fault) this.told.notSaved(place, fault);
    else if (pending.next === null) this.queue.add(place);
  }

  /** Gives up what was typed and is not saved. */
  drop(place: Place): void {
    this.pendings.delete(keyOf(place));
    this.drafts.drop(DRAFT + keyOf(place));
    this.told.changed(place.courseId);
  }

  /** Sends again what is kept. */
  sendKept(): void {
    for (const [key, pending] of this.pendings) {
      if (pending.phase.is === 'kept') this.resend(placeOf(key), pending);
    }
  }

  /** Sends what stands in the cell once more, perhaps with a reason why it is right. */
  again(place: Place, overrideReason: string | null): void {
    const pending = this.at(place);
    if (!pending || pending.phase.is === 'saving') return;
    this.resend(place, { ...pending, write: { ...pending.write, overrideReason } });
  }

  /** Drafts of before: sent again, as the service takes each only where nobody wrote meanwhile. */
  restore(isShown: (courseId: string) => boolean): void {
    for (const [name, draft] of this.drafts.all<Omit<Pending, 'phase'>>(DRAFT)) {
      const key = name.slice(DRAFT.length);
      const place = placeOf(key);
      if (this.pendings.has(key) || !isShown(place.courseId)) continue;
      const fault = typedFault(draft.write);
      const phase: Phase = fault ? { is: 'refused', message: fault } : SAVING;
      this.pendings.set(key, { ...draft, phase });
      if (!fault) this.queue.add(place);
    }
  }

  private resend(place: Place, pending: Pending): void {
    this.keep(place, { ...pending, phase: SAVING });
    this.queue.add(place);
  }

  private async put(place: Place): Promise<void> {
    const sent = this.at(place);
    if (sent?.phase.is !== 'saving') return;
    try {
      const answer = await putScore(place, sent.write, sent.base);
      this.retry.reset();
      this.settle(place, answer);
      this.told.answered(place, answer);
    } catch (error) {
      this.fail(place, error);
    }
  }

  private settle(place: Place, recorded: Recorded): void {
    const pending = this.at(place);
    const next = pending ? afterSaved(pending, recorded) : null;
    this.told.recorded(place, recorded);
    this.told.saved(place, recorded);
    if (next) this.resend(place, next);
    else this.drop(place);
  }

  private fail(place: Place, error: unknown): void {
    const pending = this.at(place);
    if (!pending) return;
    const current = currentOf(error);
    if (current !== undefined) this.told.recorded(place, current);
    if (current && isThere(pending, current)) return this.settle(place, current);
    const failed = afterFailure(pending, error);
    this.keep(place, failed);
    this.told.notSaved(place, messageOf(failed.phase));
    if (failed.phase.is !== 'kept') return;
    this.holdBack(error);
    if (failed.phase.again) this.retry.start(waitOf(error));
  }

  /** What was not sent yet would be answered the same. */
  private holdBack(error: unknown): void {
    for (const place of this.queue.takeOut()) {
      const pending = this.at(place);
      if (pending) this.keep(place, afterFailure(pending, error));
    }
  }

  private keep(place: Place, pending: Pending): void {
    const { write, base, next } = pending;
    this.pendings.set(keyOf(place), pending);
    this.drafts.keep(DRAFT + keyOf(place), { write, base, next });
    this.told.changed(place.courseId);
  }
}

function messageOf(phase: Phase): string {
  return phase.is === 'saving' ? '' : phase.message;
}
