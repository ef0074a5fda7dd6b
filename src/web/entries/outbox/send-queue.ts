import { slotKey, type SlotAddress } from './slot-address';

/** A browser has six connections to a service; one stays free for what else the page asks. */
const MOST_AT_ONCE = 5;
/** So many cells at most in one request, so that its answer does not take long. */
const MOST_IN_BLOCK = 120;

/** Sends cells in blocks: those of one course one after another as they were typed, of several courses a handful at once. */
export class SendQueue {
  private readonly waiting = new Map<string, SlotAddress>();
  /** The courses of which a cell is being sent. */
  private readonly busy = new Set<string>();
  private sending = 0;
  private scheduled = false;
  private readonly idle: (() => void)[] = [];

  constructor(private readonly send: (block: readonly SlotAddress[]) => Promise<void>) {}

  /** Takes a cell, to be sent together with those that are added before the page goes on. */
  add(address: SlotAddress): void {
    this.waiting.set(slotKey(address), address);
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      this.sendNext();
    });
  }

  /** Takes out all that is not being sent yet. */
  clear(): SlotAddress[] {
    const addresses = [...this.waiting.values()];
    this.waiting.clear();
    return addresses;
  }

  /** Waits until nothing is to be sent, and nothing is being sent. */
  whenIdle(): Promise<void> {
    return this.isIdle() ? Promise.resolve() : new Promise((resolve) => this.idle.push(resolve));
  }

  private isIdle(): boolean {
    return !this.scheduled && this.sending === 0 && this.waiting.size === 0;
  }

  private sendNext(): void {
    if (this.isIdle()) for (const resolve of this.idle.splice(0)) resolve();

    while (this.sending < MOST_AT_ONCE) {
      const block = this.takeBlock();
      if (block.length === 0) return;
      const courses = new Set(block.map(({ courseId }) => courseId));
      for (const courseId of courses) this.busy.add(courseId);
      this.sending += 1;
      void this.send(block).finally(() => {
        for (const courseId of courses) this.busy.delete(courseId);
        this.sending -= 1;
        this.sendNext();
      });
    }
  }

  private takeBlock(): SlotAddress[] {
    const free = [...this.waiting].filter(([, { courseId }]) => !this.busy.has(courseId)).slice(0, MOST_IN_BLOCK);
    for (const [key] of free) this.waiting.delete(key);
    return free.map(([, address]) => address);
  }
}
