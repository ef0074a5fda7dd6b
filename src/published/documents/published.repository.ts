import { Injectable } from '@nestjs/common';
import type { GlobalTransaction } from '../../database/transaction.js';

/** A published document as it is: its text is what was signed, byte by byte. */
export interface PublishedDocumentRow {
  id: string;
  slug: string;
  state: 'approved' | 'superseded' | 'withdrawn';
  document: string;
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
}

const ROW = `id, slug, state, document, ended_at AS "endedAt", withdrawn_reason AS "withdrawnReason"
  FROM published_document`;

/** The two tables that the public side reads. Neither holds anything of a patient. */
@Injectable()
export class PublishedRepository {
  /** The current document of a slug; where there is none, the latest of those withdrawn. */
  async findCurrent({ manager }: GlobalTransaction, slug: string): Promise<PublishedDocumentRow | null> {
    const [row] = await manager.query<PublishedDocumentRow[]>(
      `SELECT ${ROW} WHERE slug = $1 AND state <> 'superseded'
       ORDER BY state = 'approved' DESC, published_at DESC, id DESC LIMIT 1`,
      [slug],
    );
    return row ?? null;
  }

  async find({ manager }: GlobalTransaction, id: string): Promise<PublishedDocumentRow | null> {
    const [row] = await manager.query<PublishedDocumentRow[]>(`SELECT ${ROW} WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Current documents by slug, from behind one of them on. */
  async list({ manager }: GlobalTransaction, after: string | null, limit: number): Promise<ListedDocumentRow[]> {
    return manager.query<ListedDocumentRow[]>(
      `SELECT id, slug, hash, published_at AS "publishedAt", title, clinic_name AS clinic, period
       FROM published_document WHERE state = 'approved' AND slug > $1 ORDER BY slug LIMIT $2`,
      [after ?? '', limit],
    );
  }

  /** The public keys of every clinic of this server, first made first. */
  async keys({ manager }: GlobalTransaction): Promise<KeyRow[]> {
    return manager.query<KeyRow[]>(
      `SELECT kid, public_key AS x, created_at AS "createdAt", retired_at AS "retiredAt"
       FROM signing_key ORDER BY created_at, kid`,
    );
  }
}
