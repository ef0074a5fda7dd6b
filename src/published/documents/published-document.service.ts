import { Injectable } from '@nestjs/common';
import { cursorOf, keyOf } from '../../http/page.js';
import { csvBeginning, type CsvQuery } from '../../http/csv.dto.js';
import { csvLines } from '../../http/csv-lines.js';
import { workbookOf, WORKBOOK_TYPE } from '../../drawing/workbook-chunks.js';
import { Problem } from '../../http/problem.js';
import { PublishedCacheService, type DocumentAddress, type CachedDocument } from './published-cache.service.js';
import { publishedTable } from './published-table.js';
import type { DocumentPageQuery } from './published-document.dto.js';
import { toKeySetResponse, toDocumentPageResponse } from './published-document.dto.js';
import {
  CACHED_FOR_MINUTES,
  CACHED_FOREVER,
  jsonBodyOf,
  responseBodyOf,
  type PublicResponse,
} from './public-response.js';

/** What anybody may read of the clinics' published figures. */
@Injectable()
export class PublishedDocumentService {
  constructor(private readonly cache: PublishedCacheService) {}

  /** The current publications of all clinics of this server, by slug. @throws Problem 400 for a cursor that is none. */
  async list({ after, limit }: DocumentPageQuery): Promise<PublicResponse> {
    const [slug = null] = keyOf(after, 1) ?? [];
    const rows = await this.cache.list(slug, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const next = last ? cursorOf([last.slug]) : null;
    return { ...jsonResponse(toDocumentPageResponse(rows.slice(0, limit), next)), next };
  }

  /** The signed document itself, byte by byte. @throws Problem 404, or 410 for a withdrawn one. */
  async document(address: DocumentAddress): Promise<PublicResponse> {
    const { id, document, slug } = await this.find(address);
    const body = await this.cache.body(`${id} json`, () => jsonBodyOf(document));
    return { body, headers: headersOf(address, `/v1/published/${slug}`) };
  }

  /** Its ladder and figures as CSV. @throws Problem 404, or 410 for a withdrawn one. */
  async csv(address: DocumentAddress, how: CsvQuery): Promise<PublicResponse> {
    const found = await this.find(address);
    const beginning = csvBeginning(how);
    const body = await this.cache.body(`${found.id} csv${beginning}`, () =>
      responseBodyOf(beginning + csvLines(publishedTable(found.parsed)), 'text/csv; charset=utf-8'),
    );
    return { body, headers: attachment(address, found, 'csv') };
  }

  /** Its ladder and figures as an Excel workbook. @throws Problem 404, or 410 for a withdrawn one. */
  async workbook(address: DocumentAddress): Promise<PublicResponse> {
    const found = await this.find(address);
    const body = await this.cache.body(`${found.id} xlsx`, async () =>
      responseBodyOf(await workbookOf('Figures', publishedTable(found.parsed)), WORKBOOK_TYPE),
    );
    return { body, headers: attachment(address, found, 'xlsx') };
  }

  /** The public keys by which signatures are checked, as a JSON Web Key Set. */
  async keys(): Promise<PublicResponse> {
    return jsonResponse(toKeySetResponse(await this.cache.keys()));
  }

  /** What was published there and not withdrawn. @throws Problem 404, or 410 for a withdrawn one. */
  async find(address: DocumentAddress): Promise<CachedDocument> {
    const found = await this.cache.find(address);
    if (found === null) throw new Problem('not-found', 'Nothing was published at this address.');
    if (found.state === 'withdrawn') throw withdrawn(found);
    return found;
  }
}

/** The same headers for all that an address shows; a document asked for by its id leads to what is current. */
export function headersOf(address: DocumentAddress, current: string): Record<string, string> {
  if ('slug' in address) return CACHED_FOR_MINUTES;
  return { ...CACHED_FOREVER, link: `<${current}>; rel="latest-version"` };
}

function attachment(
  address: DocumentAddress,
  { id, slug }: CachedDocument,
  format: 'csv' | 'xlsx',
): Record<string, string> {
  const headers = headersOf(address, `/v1/published/${slug}.${format}`);
  return { ...headers, 'content-disposition': `attachment; filename="${slug}-${id}.${format}"` };
}

function jsonResponse(content: object): PublicResponse {
  return { body: jsonBodyOf(JSON.stringify(content)), headers: CACHED_FOR_MINUTES };
}

function withdrawn({ withdrawnReason, endedAt }: CachedDocument): Problem {
  const reason = withdrawnReason ?? '';
  const extras = { reason, withdrawnAt: endedAt?.toISOString() };
  return new Problem('withdrawn', `The clinic has withdrawn these figures: ${reason}`, extras, CACHED_FOR_MINUTES);
}
