const FIRST = 2_000;
const LONGEST = 30_000;

/** Tries again after a while, and after twice as long the next time; at once when the connection is back. */
export class RetryTimer {
  private wait = FIRST;
  private timer: number | null = null;

  constructor(private readonly retry: () => void) {
    window.addEventListener('online', () => this.retry());
  }

  start(): void {
    if (this.timer !== null) return;
    this.timer = window.setTimeout(() => {
      this.timer = null;
      this.retry();
    }, this.wait);
    this.wait = Math.min(LONGEST, this.wait * 2);
  }

  reset(): void {
    this.wait = FIRST;
  }
}
