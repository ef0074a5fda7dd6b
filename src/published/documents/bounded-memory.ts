interface Kept<Value> {
  value: Promise<Value>;
  until: number;
  weight: number;
}

/**
 * Keeps what was made for a while, up to a weight in all; what was not asked for the longest goes first. Who asks while
 * something is being made waits for the same.
 */
export class BoundedMemory<Value> {
  private readonly kept = new Map<string, Kept<Value>>();
  private total = 0;

  /**
   * @param how.most Highest total weight; a single thing that is heavier is not kept.
   * @param how.milliseconds How long a thing is kept; as long as there is room where nothing is said.
   * @param how.weigh Weight of a thing; 1 where nothing is said.
   * @param how.now The time in milliseconds.
   */
  constructor(
    private readonly how: {
      most: number;
      milliseconds?: number;
      weigh?: (value: Value) => number;
      now: () => number;
    },
  ) {}

  async of(key: string, make: () => Value | Promise<Value>): Promise<Value> {
    const known = this.kept.get(key);
    this.forget(key);
    if (known && known.until > this.how.now()) return this.keep(key, known);
    const { milliseconds = Infinity } = this.how;
    const made = {
      value: Promise.resolve().then(make),
      until: this.how.now() + milliseconds,
      weight: 0,
    };
    made.value.then(
      (value) => this.weighIn(key, made, value),
      () => this.kept.get(key) === made && this.forget(key),
    );
    return this.keep(key, made);
  }

  clear(): void {
    this.kept.clear();
    this.total = 0;
  }

  private keep(key: string, entry: Kept<Value>): Promise<Value> {
    this.kept.set(key, entry);
    this.total += entry.weight;
    return entry.value;
  }

  private weighIn(key: string, entry: Kept<Value>, value: Value): void {
    if (this.kept.get(key) !== entry) return;
    entry.weight = this.how.weigh?.(value) ?? 1;
    this.total += entry.weight;
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.how.most) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.total -= this.kept.get(key)?.weight ?? 0;
    this.kept.delete(key);
  }
}
