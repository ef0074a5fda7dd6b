import { setImmediate } from 'node:timers/promises';

/** The event loop is held for no longer than this, and the work on one row. */
const MILLISECONDS = 8;

/** Works on many rows, and lets other requests have their turn meanwhile. */
export class TimeSlice {
  private began = performance.now();

  async each<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
    for (const item of items) {
      work(item);
      if (performance.now() - this.began <= MILLISECONDS) continue;
      await setImmediate();
      this.began = performance.now();
    }
  }
}
