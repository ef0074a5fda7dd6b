import { createPrivateKey } from 'node:crypto';
import { v7 } from 'uuid';
import type { PublishedDocument } from '../../src/domain/publication/published-document.js';
import { canonicalJson } from '../../src/signing/canonical.js';
import { sealed, type UnsealedDocument } from '../../src/signing/seal.js';
import type { TestApp } from '../support/test-app.js';
import { sampleDocument } from './sample-document.js';

let made = 0;

/** What was published, and where it is. */
export interface PublishedSample {
  id: string;
  slug: string;
  /** The bytes that were signed. */
  text: string;
  document: PublishedDocument;
}

/** The key of RFC 8037, appendix A.1. */
const KEY = createPrivateKey({
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  },
  format: 'jwk',
});
/** Whose documents they are. */
const CLINIC = '019a5c1e-8f00-7000-8000-0000000000c1';

/** Signs a made-up document, and puts it straight into the table that the public side reads. */
export async function published(app: TestApp, changed: Partial<PublishedDocument> = {}): Promise<PublishedSample> {
  const slug = `outcomes-${process.pid}-${(made += 1)}`;
  const content: Partial<PublishedDocument> = sampleDocument({ id: v7(), slug, ...changed });
  delete content.hash;
  delete content.signature;
  return publishedText(app, canonicalJson(sealed(content as UnsealedDocument, KEY)));
}

/** The same with the bytes of a document. */
export async function publishedText({ database }: TestApp, text: string): Promise<PublishedSample> {
  const document = JSON.parse(text) as PublishedDocument;
  const { id, slug, title, clinic, period, hash, approval, signature } = document;
  await database.owner.query(
    `INSERT INTO signing_key (kid, clinic_id, public_key, created_at, retired_at)
     VALUES ($1, $2, $3, '2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z') ON CONFLICT DO NOTHING`,
    [signature.kid, CLINIC, signature.publicKey.x],
  );
  await database.owner.query(
    `INSERT INTO published_document (id, clinic_id, slug, title, clinic_name, period, state, document, hash,
       published_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'approved', $7, $8, $9)`,
    [id, CLINIC, slug, title, clinic.name, period.text, text, hash, approval.at],
  );
  return { id, slug, text, document };
}

/** Ends a published document as its clinic would. */
export async function ended(
  { database }: TestApp,
  { id }: PublishedSample,
  state: 'superseded' | 'withdrawn',
  reason: string | null = null,
): Promise<void> {
  await database.owner.query(
    `UPDATE published_document SET state = $2, ended_at = '2026-11-20T17:00:00Z', withdrawn_reason = $3 WHERE id = $1`,
    [id, state, reason],
  );
}
