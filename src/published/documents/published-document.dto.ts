import type { Instant } from '../../domain/calendar/calendar.js';
import type { Id } from '../../domain/id.js';
import { PageQuery } from '../../http/page.dto.js';
import type { PublishedDocument } from '../../domain/publication/published-document.js';
import type { Page } from '../../http/page.js';
import type { KeyRow, ListedDocumentRow } from './published.repository.js';

export class DocumentPageQuery extends PageQuery {}

/** For controllers, which don't look into the domain. */
export type DocumentJson = PublishedDocument;

/** A current publication in a list. */
export interface ListedDocumentResponse {
  id: Id;
  /** @example "outcomes-2025" */
  slug: string;
  /** @example "Outcomes of 2025" */
  title: string;
  /** @example "Riverside" */
  clinic: string;
  /** Whole quarters or years of the start of courses. @example "2025" */
  period: string;
  /** Instant of the approval, UTC. */
  publishedAt: Instant;
  /**
   * What the document states as its own SHA-256.
   * @example "5f2b51ca2fdc5baa31ec02e002f69aec1ebd9a1c0f7a1d0c7c6a0d1f2b3c4d5e"
   */
  hash: string;
  /** Address of the current document of this slug. @example "/v1/published/outcomes-2025" */
  current: string;
  /**
   * Address of this very document, which never changes.
   * @example "/v1/published/snapshots/019a5c1e-8f00-7000-8000-000000000030"
   */
  snapshot: string;
}

/** A public key as RFC 8037 writes it. */
export interface PublicKeyResponse {
  kty: 'OKP';
  crv: 'Ed25519';
  /** @example "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" */
  x: string;
  /** Thumbprint by RFC 7638. @example "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k" */
  kid: string;
  use: 'sig';
  alg: 'EdDSA';
  createdAt: Instant;
  /** Since when it signs no more; what it signed stays verifiable. */
  retiredAt: Instant | null;
  /** Since when only `documents` count of what it signed, because somebody else may have it. */
  revokedAt: Instant | null;
  /** The names under which its clinic has published; a document that names another one is not its clinic's. @example ["Riverside"] */
  clinics: string[];
  /** Of a revoked key: the hashes of what its clinic has published with it; else null. @example null */
  documents: string[] | null;
}

export interface KeySetResponse {
  keys: PublicKeyResponse[];
}

export function toDocumentPageResponse(
  rows: readonly ListedDocumentRow[],
  next: string | null,
): Page<ListedDocumentResponse> {
  return { items: rows.map(toListedDocumentResponse), next };
}

function toListedDocumentResponse({ publishedAt, ...row }: ListedDocumentRow): ListedDocumentResponse {
  const { id, slug, title, clinic, period, hash } = row;
  const addresses = { current: `/v1/published/${slug}`, snapshot: `/v1/published/snapshots/${id}` };
  const said = { title, clinic, period, publishedAt: publishedAt.toISOString(), hash };
  return { id, slug, ...said, ...addresses };
}

export function toKeySetResponse(rows: readonly KeyRow[]): KeySetResponse {
  return {
    keys: rows.map(({ kid, x, createdAt, retiredAt, revokedAt, clinics, documents }) => ({
      kty: 'OKP',
      crv: 'Ed25519',
      x,
      kid,
      use: 'sig',
      alg: 'EdDSA',
      createdAt: createdAt.toISOString(),
      retiredAt: retiredAt?.toISOString() ?? null,
      revokedAt: revokedAt?.toISOString() ?? null,
      clinics,
      documents,
    })),
  };
}
