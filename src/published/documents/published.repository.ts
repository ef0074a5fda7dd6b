import { Injectable } from '@nestjs/common';
import type { SingleStatement } from '../../database/transaction.js';

/** A published document as it is: its text is what was signed, byte by byte. */
export interface PublishedDocumentRow {
  id: string;
  slug: string;
  state: 'approved' | 'superseded' | 'withdrawn';
  document: string;
  /** The public keys of its clinic: `x` of RFC 8037. */
  keys: string[];
  endedAt: Date | null;
  withdrawnReason: string | null;
}

/** What a list says of a published document. */
export interface ListedDocumentRow {
  id: string;
  slug: string;
  hash: string;
  publishedAt: Date;
  title: string;
  clinic: string;
  period: string;
}

/** A public key, also one that signs no more. */
export interface KeyRow {
  kid: string;
  x: string;
  createdAt: Date;
  retiredAt: Date | null;
  revokedAt: Date | null;
  /** The names under which its clinic has published. */
  clinics: string[];
  /** Of a revoked key: hashes of what its clinic has published with it. */
  documents: string[] | null;
}

const ROW = `id, slug, state, document, ended_at AS "endedAt", withdrawn_reason AS "withdrawnReason",
    ARRAY(SELECT public_key FROM signing_key k WHERE k.clinic_id = d.clinic_id) AS keys
  FROM published_document d`;

/** The two tables that the public side reads. Neither holds anything of a patient. */
@Injectable()
export class PublishedRepository {
  /** The current document of a slug; where there is none, the latest of those withdrawn. */
  async findCurrent({ pipeline }: SingleStatement, slug: string): Promise<PublishedDocumentRow | null> {
    const [row] = await pipeline.query<PublishedDocumentRow>(
      `SELECT ${ROW} WHERE slug = $1 AND state <> 'superseded'
       ORDER BY state = 'approved' DESC, published_at DESC, id DESC LIMIT 1`,
      [slug],
    );
    return row ?? null;
  }

  async find({ pipeline }: SingleStatement, id: string): Promise<PublishedDocumentRow | null> {
    const [row] = await pipeline.query<PublishedDocumentRow>(`SELECT ${ROW} WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Every document by id, from behind one of them on: also those superseded and withdrawn. */
  async listEver({ pipeline }: SingleStatement, after: string | null, limit: number): Promise<PublishedDocumentRow[]> {
    return pipeline.query<PublishedDocumentRow>(
      `SELECT ${ROW} WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2`,
      [after, limit],
    );
  }

  /** Current documents by slug, from behind one of them on. */
  async list({ pipeline }: SingleStatement, after: string | null, limit: number): Promise<ListedDocumentRow[]> {
    return pipeline.query<ListedDocumentRow>(
      `SELECT id, slug, hash, published_at AS "publishedAt", title, clinic_name AS clinic, period
       FROM published_document WHERE state = 'approved' AND slug > $1 ORDER BY slug LIMIT $2`,
      [after ?? '', limit],
    );
  }

  /** The public keys of every clinic of this server, first made first. */
  async keys({ pipeline }: SingleStatement): Promise<KeyRow[]> {
    return pipeline.query<KeyRow>(
      `SELECT kid, public_key AS x, created_at AS "createdAt", retired_at AS "retiredAt", revoked_at AS "revokedAt",
         ARRAY(SELECT DISTINCT clinic_name FROM published_document d WHERE d.clinic_id = k.clinic_id ORDER BY 1) AS clinics,
         CASE WHEN revoked_at IS NOT NULL THEN
           ARRAY(SELECT hash FROM published_document d
                 WHERE d.clinic_id = k.clinic_id AND document::jsonb #>> '{signature,kid}' = kid ORDER BY 1)
         END AS documents
       FROM signing_key k ORDER BY created_at, kid`,
    );
  }
}
