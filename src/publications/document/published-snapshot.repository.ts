import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/tenant-transaction.js';
import { PublishedSnapshot } from './published-snapshot.entity.js';

/** Writes what anybody may read. A document is put in once and never changed; only its state is. */
@Injectable()
export class PublishedSnapshotRepository {
  async publish(transaction: Transaction, snapshot: PublishedSnapshot): Promise<void> {
    await transaction.insert(PublishedSnapshot, snapshot);
  }

  async supersede(transaction: Transaction, id: string, endedAt: Date): Promise<void> {
    await transaction.update(PublishedSnapshot, { id }, { state: 'superseded', endedAt });
  }

  async withdraw(
    transaction: Transaction,
    id: string,
    { endedAt, withdrawnReason }: { endedAt: Date; withdrawnReason: string },
  ): Promise<void> {
    const state = 'withdrawn';
    await transaction.update(PublishedSnapshot, { id }, { state, endedAt, withdrawnReason });
  }

  async find(transaction: Transaction, id: string): Promise<PublishedSnapshot | null> {
    return transaction.findOneBy(PublishedSnapshot, { id });
  }

  /** The data hashes that documents state. @returns By id of the publication. */
  async dataHashes(transaction: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await transaction.query<{ id: string; hash: string }[]>(
      `SELECT id, document::jsonb #>> '{provenance,dataHash}' AS hash
       FROM published_document WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }

  /** Everything that a clinic ever published, latest first. */
  async list(transaction: Transaction, clinicId: string): Promise<PublishedSnapshot[]> {
    return transaction.find(PublishedSnapshot, {
      where: { clinicId },
      order: { publishedAt: 'DESC', id: 'DESC' },
    });
  }
}
