const PAUSE = 100;

/** Calls its listeners at once, and for all further changes within a tenth of a second once at its end. */
export class ThrottledListeners {
  private readonly listeners = new Set<() => void>();
  private pausing = false;
  private missed = false;

  add(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  notify(): void {
    if (this.pausing) {
      this.missed = true;
      return;
    }
    this.pausing = true;
    window.setTimeout(() => this.endPause(), PAUSE);
    for (const listener of this.listeners) listener();
  }

  private endPause(): void {
    this.pausing = false;
    if (!this.missed) return;
    this.missed = false;
    this.notify();
  }
}
