import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { TransactionService } from '../database/transaction.service.js';
import { RequestCountRepository, type CountedRequests, type Counts } from './request-count.repository.js';

const MINUTE = 60_000;
const SECOND = 1000;
const MOST_KEYS = 50_000;
/** A process tells the others at the latest when it has counted this share of the limit, so they can't be far off. */
const SHARE = 0.02;

interface Count {
  /** Requests of all processes, as the database said last. */
  told: number;
  /** Requests of this process that the database doesn't know yet. */
  own: number;
  /** When this minute ends, by a clock of this process that nobody sets back. */
  endsAt: number;
}

/**
 * Counts the requests of an address in all processes on one database together. Most are counted in the process and told
 * to the others every second, so that they wait for no database; those that might guess a secret are counted one by one.
 */
@Injectable()
export class RequestCountService implements OnModuleDestroy {
  private readonly counts = new LRUCache<string, Count>({ max: MOST_KEYS });
  private timer: NodeJS.Timeout | null = null;
  private telling: Promise<void> | null = null;
  private cleanedAt = -MINUTE;

  constructor(
    private readonly transactions: TransactionService,
    private readonly repository: RequestCountRepository,
  ) {}

  onModuleDestroy(): void {
    if (this.timer) clearTimeout(this.timer);
  }

  /** Counts a request in this process alone. @returns `ttl` in milliseconds. */
  countHere(key: string): { current: number; ttl: number } {
    const count = this.find(key);
    count.own += 1;
    return { current: count.own, ttl: count.endsAt - performance.now() };
  }

  /** Counts a request, and says at once what this process knows of the others'. @returns `ttl` in milliseconds. */
  count(key: string, limit: number): { current: number; ttl: number } {
    const count = this.find(key);
    count.own += 1;
    const current = count.told + count.own;
    // Above the limit nothing is allowed whatever is counted, so a flood costs the database nothing.
    if (current <= limit + 1) this.tellSoon(count.own >= limit * SHARE);
    return { current, ttl: count.endsAt - performance.now() };
  }

  /** Counts a request after all others, those of other processes too. */
  async countExactly(key: string, limit: number): Promise<{ current: number; ttl: number }> {
    let count = this.find(key);
    if (count.told <= limit) {
      const [total] = await this.add(new Map([[key, 1]]));
      if (total) count = this.keep(total);
    }
    return { current: count.told, ttl: count.endsAt - performance.now() };
  }

  private find(key: string): Count {
    const found = this.counts.get(key);
    if (found && found.endsAt > performance.now()) return found;
    const begun = { told: 0, own: 0, endsAt: performance.now() + MINUTE };
    this.counts.set(key, begun);
    return begun;
  }

  private keep({ key, count: told, ttl }: CountedRequests, sent = 0): Count {
    const own = Math.max(0, (this.counts.peek(key)?.own ?? 0) - sent);
    const count = { told, own, endsAt: performance.now() + ttl };
    this.counts.set(key, count);
    return count;
  }

  private async add(counts: Counts): Promise<CountedRequests[]> {
    return this.transactions.runGlobalOnce((transaction) => this.repository.add(transaction, counts, MINUTE));
  }

  private tellSoon(now: boolean): void {
    if (now && this.telling === null) void this.tell();
    else this.timer ??= setTimeout(() => void this.tell(), SECOND).unref();
  }

  /** What can't be told stays counted here, and is told with the next. */
  private async tell(): Promise<void> {
    this.telling ??= this.tellAll()
      .catch(() => undefined)
      .finally(() => (this.telling = null));
    await this.telling;
  }

  private async tellAll(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const sent = new Map<string, number>();
    for (const [key, { own, endsAt }] of this.counts.entries())
      if (own > 0 && endsAt > performance.now()) sent.set(key, own);
    if (sent.size === 0) return;
    for (const total of await this.add(sent)) this.keep(total, sent.get(total.key));
    if (performance.now() - this.cleanedAt < MINUTE) return;
    this.cleanedAt = performance.now();
    await this.transactions.runGlobalOnce((transaction) => this.repository.deleteEnded(transaction, MINUTE));
  }
}
