import { Injectable } from '@nestjs/common';

/** Counts what this process approved, withdrew or signed with a new key, so that no copy of the public side outlives it. */
@Injectable()
export class PublishedChanges {
  count = 0;

  /** To be called once the transaction is committed. */
  note(): void {
    this.count += 1;
  }
}
