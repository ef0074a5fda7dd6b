import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Clock } from '../../clock.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { PublishedDocument } from '../../domain/publication/published-document.js';
import { CacheInvalidationService } from '../../publications/cache-invalidation/cache-invalidation.service.js';
import { BoundedMemory } from './bounded-memory.js';
import { PublishedRepository, type KeyRow, type ListedRow, type PublishedRow } from './published.repository.js';
import type { ResponseBody } from './public-response.js';

/** How long another process may approve or withdraw before it shows here. */
const LOOKED_UP_FOR = 30_000;
const MOST_LOOK_UPS = 500;
const MOST_BYTES = 64 * 1024 * 1024;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_SLUG = 80;

/** Where a publication is asked for: by its slug the current one, by its id that very one. */
export type Address = { slug: string } | { id: string };

/** A row with what its document says. */
export interface Published extends PublishedRow {
  said: PublishedDocument;
}

/**
 * What was asked for lately, so that most requests need no database: rows for half a minute, what is made of a frozen
 * document as long as there is room. A change in this process shows at once.
 */
@Injectable()
export class PublishedMemory {
  private readonly documents: BoundedMemory<Published | null>;
  private readonly lists: BoundedMemory<ListedRow[]>;
  private readonly keyRows: BoundedMemory<KeyRow[]>;
  private readonly made: BoundedMemory<ResponseBody>;
  private seen = 0;

  constructor(
    private readonly transactions: TransactionService,
    private readonly repository: PublishedRepository,
    private readonly invalidation: CacheInvalidationService,
    clock: Clock,
  ) {
    const now = () => clock.now().getTime();
    const lookUps = { most: MOST_LOOK_UPS, milliseconds: LOOKED_UP_FOR, now };
    this.documents = new BoundedMemory(lookUps);
    this.lists = new BoundedMemory(lookUps);
    this.keyRows = new BoundedMemory(lookUps);
    this.made = new BoundedMemory({ most: MOST_BYTES, weigh: ({ bytes }) => bytes.length, now });
  }

  /** The document at an address, also a withdrawn one; null where there never was any. */
  async find(address: Address): Promise<Published | null> {
    this.forgetWhatChanged();
    if ('slug' in address) {
      const { slug } = address;
      if (!SLUG.test(slug) || slug.length > LONGEST_SLUG) return null;
      return this.documents.of(`slug ${slug}`, () =>
        this.ask((transaction) => this.repository.current(transaction, slug)),
      );
    }
    const { id } = address;
    if (!isUUID(id)) return null;
    return this.documents.of(`id ${id.toLowerCase()}`, () =>
      this.ask((transaction) => this.repository.snapshot(transaction, id)),
    );
  }

  async list(after: string | null, limit: number): Promise<ListedRow[]> {
    this.forgetWhatChanged();
    return this.lists.of(`${limit} ${after ?? ''}`, () =>
      this.transactions.runGlobalOnce((transaction) => this.repository.list(transaction, after, limit)),
    );
  }

  async keys(): Promise<KeyRow[]> {
    this.forgetWhatChanged();
    return this.keyRows.of('', () =>
      this.transactions.runGlobalOnce((transaction) => this.repository.keys(transaction)),
    );
  }

  /** What is made of a frozen document, made once: the key names it and all that it depends on. */
  async once(key: string, make: () => ResponseBody | Promise<ResponseBody>): Promise<ResponseBody> {
    return this.made.of(key, make);
  }

  private async ask(
    question: (transaction: Parameters<PublishedRepository['current']>[0]) => Promise<PublishedRow | null>,
  ): Promise<Published | null> {
    const row = await this.transactions.runGlobalOnce(question);
    return row && { ...row, said: JSON.parse(row.document) as PublishedDocument };
  }

  private forgetWhatChanged(): void {
    if (this.seen === this.invalidation.generation) return;
    this.seen = this.invalidation.generation;
    for (const memory of [this.documents, this.lists, this.keyRows]) memory.clear();
  }
}
