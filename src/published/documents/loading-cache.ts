import { LRUCache } from 'lru-cache';

/**
 * Keeps what was loaded, for a while or as long as there is room; what was not asked for the longest goes first. Who
 * asks while something is being loaded waits for the same.
 * @param limits.max Most entries, or their most size in all where a size is given; what is larger is not kept.
 * @param limits.ttl How long an entry is kept, in milliseconds.
 * @param limits.spare For how long an entry is given out that is past its ttl, where loading fails in a way that passes.
 * @param limits.now The time in milliseconds.
 */
export class LoadingCache<Value extends object | string> {
  private readonly entries: LRUCache<string, Value, () => Value | Promise<Value>>;
  private readonly spares: LRUCache<string, Value> | null;

  constructor({
    max,
    ttl,
    sizeOf,
    spare,
    now,
  }: {
    max: number;
    ttl?: number;
    sizeOf?: (value: Value) => number;
    spare?: { ttl: number; when: (error: unknown) => boolean };
    now: () => number;
  }) {
    this.spares = spare ? new LRUCache({ max, ttl: spare.ttl - 1, ttlResolution: 0, perf: { now } }) : null;
    this.entries = new LRUCache({
      ...(sizeOf ? { maxSize: max, sizeCalculation: sizeOf } : { max }),
      // An entry of lru-cache is out of date after its ttl, one of ours at its end.
      ...(ttl === undefined ? {} : { ttl: ttl - 1, ttlResolution: 0 }),
      perf: { now },
      fetchMethod: async (key, _stale, { context: load }) => {
        try {
          const value = await load();
          this.spares?.set(key, value);
          return value;
        } catch (error) {
          const kept = spare?.when(error) ? this.spares?.get(key) : undefined;
          if (kept === undefined) throw error;
          return kept;
        }
      },
      // What is cleared or evicted while it is being loaded still reaches who waits for it.
      ignoreFetchAbort: true,
    });
  }

  async get(key: string, load: () => Value | Promise<Value>): Promise<Value> {
    return this.entries.forceFetch(key, { context: load });
  }

  clear(): void {
    this.entries.clear();
    this.spares?.clear();
  }
}
