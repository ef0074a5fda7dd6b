import { cellKey, type CellAddress } from './cells';

/** A browser has six connections to a service; one stays free for what else the page asks. */
const MOST_AT_ONCE = 5;

/** Sends cells: those of one course one after another as they were typed, of several courses a handful at once. */
export class SendQueue {
  private readonly waiting = new Map<string, CellAddress>();
  /** The courses of which a cell is being sent. */
  private readonly busy = new Set<string>();

  constructor(private readonly send: (address: CellAddress) => Promise<void>) {}

  add(address: CellAddress): void {
    this.waiting.set(cellKey(address), address);
    this.sendNext();
  }

  /** Takes out all that is not being sent yet. */
  clear(): CellAddress[] {
    const addresses = [...this.waiting.values()];
    this.waiting.clear();
    return addresses;
  }

  private sendNext(): void {
    for (const [key, address] of this.waiting) {
      if (this.busy.size >= MOST_AT_ONCE) return;
      if (this.busy.has(address.courseId)) continue;
      this.waiting.delete(key);
      this.busy.add(address.courseId);
      void this.send(address).finally(() => {
        this.busy.delete(address.courseId);
        this.sendNext();
      });
    }
  }
}
