import { Injectable } from '@nestjs/common';

/** Says to the cache of the public side when what it holds may have been approved over or withdrawn in this process. */
@Injectable()
export class CacheInvalidationService {
  /** A cache that was filled at another generation is out of date. */
  generation = 0;

  /** To be called once the transaction is committed. */
  invalidate(): void {
    this.generation += 1;
  }
}
