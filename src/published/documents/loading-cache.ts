import { LRUCache } from 'lru-cache';

/**
 * Keeps what was loaded, for a while or as long as there is room; what was not asked for the longest goes first. Who
 * asks while something is being loaded waits for the same.
 * @param limits.max Most entries, or their most size in all where a size is given; what is larger is not kept.
 * @param limits.ttl How long an entry is kept, in milliseconds.
 * @param limits.now The time in milliseconds.
 */
export class LoadingCache<Value extends object | string> {
  private readonly entries: LRUCache<string, Value, () => Value | Promise<Value>>;

  constructor({
    max,
    ttl,
    sizeOf,
    now,
  }: {
    max: number;
    ttl?: number;
    sizeOf?: (value: Value) => number;
    now: () => number;
  }) {
    this.entries = new LRUCache({
      ...(sizeOf ? { maxSize: max, sizeCalculation: sizeOf } : { max }),
      // An entry of lru-cache is out of date after its ttl, one of ours at its end.
      ...(ttl === undefined ? {} : { ttl: ttl - 1, ttlResolution: 0 }),
      perf: { now },
      fetchMethod: (_key, _stale, { context: load }) => load(),
      // What is cleared or evicted while it is being loaded still reaches who waits for it.
      ignoreFetchAbort: true,
    });
  }

  async get(key: string, load: () => Value | Promise<Value>): Promise<Value> {
    return this.entries.forceFetch(key, { context: load });
  }

  clear(): void {
    this.entries.clear();
  }
}
