const PAUSE = 100;

/** Tells who draws the table that it has changed: at once, and what follows within a tenth of a second together. */
export class Watchers {
  private readonly listeners = new Set<() => void>();
  private pausing = false;
  private missed = false;

  add(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(): void {
    if (this.pausing) {
      this.missed = true;
      return;
    }
    this.pausing = true;
    window.setTimeout(() => this.goOn(), PAUSE);
    for (const listener of this.listeners) listener();
  }

  private goOn(): void {
    this.pausing = false;
    if (!this.missed) return;
    this.missed = false;
    this.tell();
  }
}
