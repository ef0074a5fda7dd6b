import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';

/** Says to the cache of the public side when what it holds may have been approved over or withdrawn in this process. */
@Injectable()
export class CacheInvalidationService {
  /** A cache that was filled at another generation is out of date. */
  generation = 0;
  /** When it was changed last. */
  at = new Date(0);

  constructor(private readonly clock: Clock) {}

  /** To be called once the transaction is committed. */
  invalidate(): void {
    this.generation += 1;
    this.at = this.clock.now();
  }
}
