import { Injectable } from '@nestjs/common';
import type { ClinicTransaction, GlobalTransaction } from '../../database/transaction.js';
import { PublishedDocumentEntity } from './published-document.entity.js';

/** The documents that anybody may read. They are put in once and never changed; only the state of one is. */
@Injectable()
export class PublishedDocumentRepository {
  async insert({ manager }: ClinicTransaction, document: PublishedDocumentEntity): Promise<void> {
    await manager.insert(PublishedDocumentEntity, document);
  }

  async supersede({ manager }: ClinicTransaction, id: string, endedAt: Date): Promise<void> {
    await manager.update(PublishedDocumentEntity, { id }, { state: 'superseded', endedAt });
  }

  async withdraw(
    { manager }: ClinicTransaction,
    id: string,
    { endedAt, withdrawnReason }: { endedAt: Date; withdrawnReason: string },
  ): Promise<void> {
    const state = 'withdrawn';
    await manager.update(PublishedDocumentEntity, { id }, { state, endedAt, withdrawnReason });
  }

  async find({ manager }: ClinicTransaction, id: string): Promise<PublishedDocumentEntity | null> {
    return manager.findOneBy(PublishedDocumentEntity, { id });
  }

  /** Everything that a clinic ever published, latest first. */
  async list({ manager }: GlobalTransaction, clinicId: string): Promise<PublishedDocumentEntity[]> {
    return manager.find(PublishedDocumentEntity, {
      where: { clinicId },
      order: { publishedAt: 'DESC', id: 'DESC' },
    });
  }

  /** The data hashes that documents state. @returns By id of the publication. */
  async dataHashes({ manager }: ClinicTransaction, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await manager.query<{ id: string; hash: string }[]>(
      `SELECT id, document::jsonb #>> '{provenance,dataHash}' AS hash
       FROM published_document WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }
}
