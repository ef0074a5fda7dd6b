import { v7 } from 'uuid';
import type { PublishedDocument } from '../../src/domain/publication/published-document.js';
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

/** Puts a published document straight into the table that the public side reads. */
export async function published(
  { database }: TestApp,
  changed: Partial<PublishedDocument> = {},
): Promise<PublishedSample> {
  const id = v7();
  const slug = `outcomes-${process.pid}-${(made += 1)}`;
  const document = sampleDocument({ id, slug, ...changed });
  // A form that no JSON.stringify gives, so that a text made again would be noticed.
  const text = JSON.stringify(document).replace('{', '{ ');
  await database.owner.query(
    `INSERT INTO published_document (id, clinic_id, slug, title, clinic_name, period, state, document, hash,
       published_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'approved', $7, $8, $9)`,
    [
      document.id,
      v7(),
      document.slug,
      document.title,
      document.clinic.name,
      document.period.text,
      text,
      document.hash,
      document.approval.at,
    ],
  );
  return { id: document.id, slug: document.slug, text, document };
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
