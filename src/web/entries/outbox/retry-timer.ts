const FIRST = 2_000;
const LONGEST = 30_000;

/**
 * Tries again after a while, each time after twice as long, or when the service says; at once when the connection is
 * back, or the person.
 */
export class RetryTimer {
  private wait = FIRST;
  private timer: number | null = null;

  constructor(private readonly retry: () => void) {
    for (const kind of ['online', 'focus']) {
      window.addEventListener(kind, () => {
        this.stop();
        this.retry();
      });
    }
  }

  /** @param seconds as long as the service asks to wait, null where it does not say. */
  start(seconds: number | null): void {
    if (this.timer !== null) return;
    const wait = seconds === null ? this.wait : seconds * 1000;
    this.timer = window.setTimeout(() => {
      this.timer = null;
      this.retry();
    }, wait);
    this.wait = Math.min(LONGEST, this.wait * 2);
  }

  reset(): void {
    this.wait = FIRST;
  }

  private stop(): void {
    if (this.timer !== null) window.clearTimeout(this.timer);
    this.timer = null;
    this.reset();
  }
}
