import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Clock } from '../../clock.js';
import type { GlobalTransaction } from '../../database/transaction.js';
import { TransactionService } from '../../database/transaction.service.js';
import type { PublishedDocument } from '../../domain/publication/published-document.js';
import { CacheInvalidationService } from '../../publications/cache-invalidation/cache-invalidation.service.js';
import { LoadingCache } from './loading-cache.js';
import type { ResponseBody } from './public-response.js';
import {
  PublishedRepository,
  type KeyRow,
  type ListedDocumentRow,
  type PublishedDocumentRow,
} from './published.repository.js';

/** How long another process may approve or withdraw before it shows here. */
const ROW_TTL = 30_000;
const MOST_ROWS = 500;
const MOST_BYTES = 64 * 1024 * 1024;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_SLUG = 80;

/** Where a publication is asked for: by its slug the current one, by its id that very one. */
export type DocumentAddress = { slug: string } | { id: string };

/** A row with what its document says. */
export interface CachedDocument extends PublishedDocumentRow {
  parsed: PublishedDocument;
}

/**
 * What was asked for lately, so that most requests need no database: rows for half a minute, response bodies of
 * documents, which never change, as long as there is room. A change in this process shows at once.
 */
@Injectable()
export class PublishedCacheService {
  private readonly documents: LoadingCache<{ found: CachedDocument | null }>;
  private readonly lists: LoadingCache<ListedDocumentRow[]>;
  private readonly keyRows: LoadingCache<KeyRow[]>;
  private readonly bodies: LoadingCache<ResponseBody>;
  private generation = 0;

  constructor(
    private readonly transactions: TransactionService,
    private readonly repository: PublishedRepository,
    private readonly invalidation: CacheInvalidationService,
    clock: Clock,
  ) {
    const now = () => clock.now().getTime();
    const rows = { max: MOST_ROWS, ttl: ROW_TTL, now };
    this.documents = new LoadingCache(rows);
    this.lists = new LoadingCache(rows);
    this.keyRows = new LoadingCache(rows);
    this.bodies = new LoadingCache({ max: MOST_BYTES, sizeOf: ({ bytes }) => bytes.length, now });
  }

  /** The document at an address, also a withdrawn one; null where there never was any. */
  async find(address: DocumentAddress): Promise<CachedDocument | null> {
    if ('slug' in address) {
      const { slug } = address;
      if (!SLUG.test(slug) || slug.length > LONGEST_SLUG) return null;
      return this.document(`slug ${slug}`, (transaction) => this.repository.findCurrent(transaction, slug));
    }
    const { id } = address;
    if (!isUUID(id)) return null;
    return this.document(`id ${id.toLowerCase()}`, (transaction) => this.repository.find(transaction, id));
  }

  async list(after: string | null, limit: number): Promise<ListedDocumentRow[]> {
    this.clearWhereOutdated();
    return this.lists.get(`${limit} ${after ?? ''}`, () =>
      this.transactions.runGlobalOnce((transaction) => this.repository.list(transaction, after, limit)),
    );
  }

  async keys(): Promise<KeyRow[]> {
    this.clearWhereOutdated();
    return this.keyRows.get('', () =>
      this.transactions.runGlobalOnce((transaction) => this.repository.keys(transaction)),
    );
  }

  /** What is made of a document, made once: the key names the document and all else that it depends on. */
  async body(key: string, make: () => ResponseBody | Promise<ResponseBody>): Promise<ResponseBody> {
    return this.bodies.get(key, make);
  }

  private async document(
    key: string,
    load: (transaction: GlobalTransaction) => Promise<PublishedDocumentRow | null>,
  ): Promise<CachedDocument | null> {
    this.clearWhereOutdated();
    const { found } = await this.documents.get(key, async () => {
      const row = await this.transactions.runGlobalOnce(load);
      return { found: row && { ...row, parsed: JSON.parse(row.document) as PublishedDocument } };
    });
    return found;
  }

  private clearWhereOutdated(): void {
    const { generation } = this.invalidation;
    if (this.generation === generation) return;
    this.generation = generation;
    for (const cache of [this.documents, this.lists, this.keyRows]) cache.clear();
  }
}
