import { keyOf, type Place } from './cells';

/** A browser has six connections to a service; one stays free for what else the page asks. */
const MOST_AT_ONCE = 5;

/** Sends what was typed: of one course one after the other in the order it was typed, of several courses a handful at once. */
export class SendQueue {
  private readonly waiting = new Map<string, Place>();
  /** The courses of which one is under way. */
  private readonly busy = new Set<string>();

  constructor(private readonly send: (place: Place) => Promise<void>) {}

  add(place: Place): void {
    this.waiting.set(keyOf(place), place);
    this.next();
  }

  /** Takes out all that is not under way yet. */
  takeOut(): Place[] {
    const places = [...this.waiting.values()];
    this.waiting.clear();
    return places;
  }

  private next(): void {
    for (const [key, place] of this.waiting) {
      if (this.busy.size >= MOST_AT_ONCE) return;
      if (this.busy.has(place.courseId)) continue;
      this.waiting.delete(key);
      this.busy.add(place.courseId);
      void this.send(place).finally(() => {
        this.busy.delete(place.courseId);
        this.next();
      });
    }
  }
}
