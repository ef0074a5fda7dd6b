import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { LRUCache } from 'lru-cache';
import { Clock } from '../../clock.js';
import { databaseUnavailable } from '../../database/sql-state.js';
import type { SingleStatement } from '../../database/transaction.js';
import { ReportTransactionService } from '../../database/report-transaction.service.js';
import type { PublishedDocument } from '../../domain/publication/published-document.js';
import { CacheInvalidationService } from '../../publications/cache-invalidation/cache-invalidation.service.js';
import { documentAsSigned, notAsSigned } from '../../signing/seal-check.js';
import { LoadingCache } from './loading-cache.js';
import type { ResponseBody } from './public-response.js';
import {
  PublishedRepository,
  type KeyRow,
  type ListedDocumentRow,
  type PublishedDocumentRow,
} from './published.repository.js';

/** How long another process may approve or withdraw before it shows here. */
const ROW_TTL = 2000;
/** How long what was read is given out while the database does not answer. */
const SPARE_TTL = 28_000;
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
 * What was asked for lately, so that most requests need no database: rows for two seconds, half a minute where it does not
 * answer; response bodies of documents, which never change, as long as there is room. A change in this process shows at once.
 */
@Injectable()
export class PublishedCacheService {
  private readonly documents: LoadingCache<{ found: CachedDocument | null }>;
  private readonly lists: LoadingCache<ListedDocumentRow[]>;
  private readonly keyRows: LoadingCache<KeyRow[]>;
  private readonly bodies: LoadingCache<ResponseBody>;
  private readonly checked = new LRUCache<string, CachedDocument>({ max: MOST_ROWS });
  private generation = 0;

  constructor(
    private readonly reports: ReportTransactionService,
    private readonly repository: PublishedRepository,
    private readonly invalidation: CacheInvalidationService,
    clock: Clock,
  ) {
    const now = () => clock.now().getTime();
    const spare = { ttl: SPARE_TTL, when: databaseUnavailable };
    const rows = { max: MOST_ROWS, ttl: ROW_TTL, spare, now };
    this.documents = new LoadingCache(rows);
    this.lists = new LoadingCache(rows);
    this.keyRows = new LoadingCache(rows);
    this.bodies = new LoadingCache({ max: MOST_BYTES, sizeOf: ({ bytes }) => bytes.length, now });
  }

  /**
   * The document at an address, also a withdrawn one; null where there never was any.
   * @throws Problem 500 for one that is not as it was signed.
   */
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
      this.read((transaction) => this.repository.list(transaction, after, limit)),
    );
  }

  async keys(): Promise<KeyRow[]> {
    this.clearWhereOutdated();
    return this.keyRows.get('', () => this.read((transaction) => this.repository.keys(transaction)));
  }

  /** What is made of a document, made once: the key names the document and all else that it depends on. */
  async body(key: string, make: () => ResponseBody | Promise<ResponseBody>): Promise<ResponseBody> {
    return this.bodies.get(key, make);
  }

  private async document(
    key: string,
    load: (transaction: SingleStatement) => Promise<PublishedDocumentRow | null>,
  ): Promise<CachedDocument | null> {
    this.clearWhereOutdated();
    const { found } = await this.documents.get(key, async () => {
      const row = await this.read(load);
      return { found: row && { ...row, parsed: this.parsedOf(row) } };
    });
    return found;
  }

  /** The same bytes under the same keys were checked before. */
  private parsedOf(row: PublishedDocumentRow): PublishedDocument {
    const before = this.checked.get(row.id);
    if (before?.document === row.document && before.keys.join() === row.keys.join()) return before.parsed;
    const parsed = documentOfRow(row);
    this.checked.set(row.id, { ...row, parsed });
    return parsed;
  }

  /** What was changed in this process shows at once, also where a replica does not have it yet. */
  private async read<T>(load: (transaction: SingleStatement) => Promise<T>): Promise<T> {
    return (await this.reports.runGlobalOnce(load, this.invalidation.at)).answer;
  }

  private clearWhereOutdated(): void {
    const { generation } = this.invalidation;
    if (this.generation === generation) return;
    this.generation = generation;
    for (const cache of [this.documents, this.lists, this.keyRows]) cache.clear();
  }
}

/** What was signed, by a key of its clinic and for this address. @throws Problem 500 where it is not as it was signed. */
export function documentOfRow({ document, keys, id, slug }: PublishedDocumentRow): PublishedDocument {
  const parsed = documentAsSigned(document, keys);
  if (parsed.id === id && parsed.slug === slug) return parsed;
  throw notAsSigned();
}
